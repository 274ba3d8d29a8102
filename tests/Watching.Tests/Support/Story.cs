using System.Reactive.Concurrency;
using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching.Tests.Support;

/// <summary>What happens to one source, in virtual time, and what is told of it.</summary>
internal sealed class Story : IDisposable
{
    public const string Source = "meter";

    /// <summary>A Monday, 00:00 in Vietnam.</summary>
    public static readonly DateOnly Monday = new(2026, 8, 3);

    private readonly WatchDesk desk;
    private readonly string measure;

    public Story(WatchSettings settings, string measure = "kWh", Instant? start = null)
    {
        Scheduler = new HistoricalScheduler((start ?? At(Monday, 0)).ToDateTimeOffset());
        desk = new WatchDesk(AgencyCalendar.Vietnam, Scheduler);
        desk.Signals.Subscribe(told =>
        {
            Told.Add(told.Signal);
            State = State.After(told);
        });
        Settings = settings;
        this.measure = measure;
    }

    public HistoricalScheduler Scheduler { get; }

    public WatchSettings Settings { get; }

    public List<WatchSignal> Told { get; } = [];

    public WatchState State { get; set; } = WatchState.Of([], WatchState.DefaultReopening);

    public Instant Now => Instant.From(Scheduler.Now);

    public static Instant At(DateOnly day, int hour, int minute = 0) => AgencyCalendar.Vietnam.ToInstant(day.ToDateTime(TimeOnly.MinValue)).Plus(new TimeSpan(hour, minute, 0));

    public static Hour HourAt(DateOnly day, int hour) => Hour.Of(At(day, hour));

    public static WatchSettings Only(WatchKind kind) => new() { Watches = [kind] };

    public Story Begin(WatchSeed? seed = null)
    {
        desk.Watch(new WatchedSource(Source, measure, Settings, seed ?? WatchSeed.Nothing));
        return this;
    }

    public Story Wait(TimeSpan time)
    {
        Scheduler.AdvanceBy(time);
        return this;
    }

    public Story Hear()
    {
        desk.Tell(Source, new Heard(Now, Now));
        return this;
    }

    public Story HearEvery(TimeSpan interval, int times)
    {
        for (var time = 0; time < times; time++)
        {
            Wait(interval).Hear();
        }

        return this;
    }

    /// <summary>The hour is told when it is over, or now when that was before.</summary>
    public Story Use(HourUsed hour)
    {
        if (Now < hour.Hour.End)
        {
            Scheduler.AdvanceTo(hour.Hour.End.ToDateTimeOffset());
        }

        return TellNow(hour);
    }

    public Story TellNow(HourUsed hour)
    {
        desk.Tell(Source, hour);
        return this;
    }

    public Story Use(IEnumerable<HourUsed> hours)
    {
        foreach (var hour in hours)
        {
            Use(hour);
        }

        return this;
    }

    public Story Tell(Impossible interval)
    {
        desk.Tell(Source, interval);
        return this;
    }

    public Story Forget()
    {
        desk.Forget(Source);
        return this;
    }

    public void Dispose() => desk.Dispose();
}

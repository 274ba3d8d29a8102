using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>
/// Silence of one source. A reading costs no timer: the one that runs looks, when it ends, how much time is left since the
/// last reading, and waits for that. Readings and the timer come on different threads, hence the lock.
/// </summary>
internal sealed class SilenceWatch : IDisposable
{
    private readonly Lock gate = new();
    private readonly SerialDisposable timer = new();
    private readonly SilenceSettings settings;
    private readonly IScheduler scheduler;
    private readonly IObserver<WatchSignal> observer;
    private readonly UsualInterval usual;
    private Instant? last;
    private Instant? raisedSince;
    private Instant? timerEnds;
    private TimeSpan notListened;
    private Instant notBefore;

    public SilenceWatch(SilenceSettings settings, SilenceSeed seed, IScheduler scheduler, IObserver<WatchSignal> observer)
    {
        this.settings = settings;
        this.scheduler = scheduler;
        this.observer = observer;
        usual = new UsualInterval(seed.Intervals, seed.Last?.ReceivedAt);
        last = seed.Last?.ReceivedAt;
        notBefore = Now.Plus(settings.CatchUp);
        notListened = last is { } heard ? NotListened(heard, seed.ListenedUntil ?? heard) : TimeSpan.Zero;
    }

    private Instant Now => Instant.From(scheduler.Now);

    /// <param name="raised">Raised before the start and told then. A reading stored after it clears it at once.</param>
    public void Begin(Instant? raised)
    {
        lock (gate)
        {
            raisedSince = raised;
            if (last > raised)
            {
                Clear(raised.Value, last.Value);
            }

            Wait();
        }
    }

    public void Hear(Heard reading)
    {
        lock (gate)
        {
            Clear(last ?? reading.ReceivedAt, reading.ReceivedAt);
            usual.Hear(reading.ReceivedAt);
            last = last > reading.ReceivedAt ? last : reading.ReceivedAt;
            notListened = TimeSpan.Zero;
            notBefore = default;
            Wait();
        }
    }

    public void Dispose() => timer.Dispose();

    private TimeSpan NotListened(Instant heard, Instant until)
    {
        var silent = Now - (until > heard ? until : heard);
        return silent > TimeSpan.Zero ? silent : TimeSpan.Zero;
    }

    private Instant? Due()
    {
        if (raisedSince.HasValue || last is not { } heard || usual.Usual is not { } interval)
        {
            return null;
        }

        var due = heard.Plus(settings.LimitFor(interval) + notListened);
        return due > notBefore ? due : notBefore;
    }

    /// <summary>Starts a timer unless one runs that ends early enough; that one will look again.</summary>
    private void Wait()
    {
        if (Due() is not { } due || timerEnds <= due)
        {
            return;
        }

        var left = due - Now;
        timerEnds = due;
        timer.Disposable = scheduler.Schedule(left > TimeSpan.Zero ? left : TimeSpan.Zero, Look);
    }

    private void Look()
    {
        lock (gate)
        {
            timerEnds = null;
            if (Due() is not { } due || timer.IsDisposed)
            {
                return;
            }

            if (Now < due)
            {
                Wait();
                return;
            }

            raisedSince = last!.Value;
            observer.OnNext(new WatchSignal.Raised(last.Value, Now, Figures(last.Value, Now)));
        }
    }

    private void Clear(Instant heard, Instant again)
    {
        if (raisedSince is { } since)
        {
            raisedSince = null;
            observer.OnNext(new WatchSignal.Cleared(since, Now, Figures(heard, again)));
        }
    }

    private WatchFigures.Silent Figures(Instant heard, Instant until) => new(usual.Usual, heard, until - heard);
}

using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>All watches of one source. The lock makes one order of what different threads tell.</summary>
internal sealed class SourceWatch : IDisposable
{
    private readonly Lock gate = new();
    private readonly Subject<Heard> readings = new();
    private readonly Subject<HourUsed> hours = new();
    private readonly Subject<Impossible> intervals = new();
    private readonly CompositeDisposable subscription;

    public SourceWatch(WatchedSource source, AgencyCalendar calendar, IScheduler scheduler, Action<WatchSignal> tell)
    {
        var (settings, seed) = (source.Settings, source.Seed);
        var book = new DayBook(calendar);
        var history = book.PutAll(seed.Hours);
        var days = hours.ByDay(book, scheduler).Publish().RefCount();
        var watches = new Dictionary<WatchKind, Func<Instant?, IObservable<WatchSignal>>>
        {
            [WatchKind.Silent] = since => readings.Silent(settings.Silence, seed.Silence, since, scheduler),
            [WatchKind.ImpossibleRate] = since => intervals.ImpossibleRate(seed.Impossible, since, scheduler),
            [WatchKind.NightFlow] = since => days.NightFlow(settings.NightFlow, Seed(since), scheduler),
            [WatchKind.OffHours] = since => days.OffHours(settings, settings.OffHours.AtLeast(source.Measure), Seed(since), scheduler),
            [WatchKind.UnusualWeek] = since => days.UnusualWeek(settings, Seed(since), scheduler),
        };

        // Not merged: the desk makes one order of what all sources tell.
        subscription = new CompositeDisposable(watches.Where(watch => settings.Watch(watch.Key, source.Measure))
            .Select(watch => watch.Value(seed.RaisedSince(watch.Key)).Subscribe(tell)));

        DaySeed Seed(Instant? since) => new(calendar, history, since);
    }

    public void Tell(Heard reading) => Tell(readings, reading);

    public void Tell(HourUsed hour) => Tell(hours, hour);

    public void Tell(Impossible interval) => Tell(intervals, interval);

    public void Dispose()
    {
        lock (gate)
        {
            subscription.Dispose();
        }
    }

    private void Tell<T>(Subject<T> subject, T news)
    {
        lock (gate)
        {
            subject.OnNext(news);
        }
    }
}

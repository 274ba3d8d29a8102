using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>
/// Each watch as an operator over what happens to one source. What was told last is handed in, so that a restart neither
/// forgets nor repeats.
/// </summary>
internal static class WatchOperators
{
    public static IObservable<WatchSignal> Silent(
        this IObservable<Heard> readings, SilenceSettings settings, SilenceSeed seed, Instant? raisedSince, IScheduler scheduler) =>
        Observable.Create<WatchSignal>(observer =>
        {
            var watch = new SilenceWatch(settings, seed, scheduler, observer);
            watch.Begin(raisedSince);
            return new CompositeDisposable(readings.Subscribe(watch.Hear, observer.OnError, observer.OnCompleted), watch);
        });

    public static IObservable<WatchSignal> ImpossibleRate(
        this IObservable<Impossible> intervals, IReadOnlyList<Impossible> open, Instant? raisedSince, IScheduler scheduler) =>
        Observable.Create<WatchSignal>(observer =>
        {
            var watch = new ImpossibleWatch(raisedSince);
            return Tell(observer, watch.Begin(open, Now(scheduler)), intervals, watch.Put, scheduler);
        });

    /// <summary>Hours that are over, as the days they change.</summary>
    public static IObservable<DayUse> ByDay(this IObservable<HourUsed> hours, DayBook book, IScheduler scheduler) =>
        hours.Where(hour => hour.Hour.Start < Now(scheduler)).Select(book.Put).Where(day => day is not null).Select(day => day!);

    public static IObservable<WatchSignal> NightFlow(this IObservable<DayUse> days, NightFlowSettings settings, DaySeed seed, IScheduler scheduler) =>
        days.Watched(new NightFlowRule(settings), seed, scheduler);

    public static IObservable<WatchSignal> OffHours(
        this IObservable<DayUse> days, WatchSettings settings, Amount atLeast, DaySeed seed, IScheduler scheduler) =>
        days.Watched(new OffHoursRule(settings.OffHours, settings.Office, atLeast), seed, scheduler);

    public static IObservable<WatchSignal> UnusualWeek(this IObservable<DayUse> days, WatchSettings settings, DaySeed seed, IScheduler scheduler) =>
        days.Watched(new UnusualWeekRule(settings.UnusualWeek, settings.Office), seed, scheduler);

    private static IObservable<WatchSignal> Watched<TDay>(this IObservable<DayUse> days, DayRule<TDay> rule, DaySeed seed, IScheduler scheduler)
        where TDay : struct =>
        Observable.Create<WatchSignal>(observer =>
        {
            var watch = new DayWatch<TDay>(rule, seed.Calendar, seed.RaisedSince);
            return Tell(observer, watch.Begin(seed.History, Now(scheduler)), days, watch.Put, scheduler);
        });

    /// <summary>A method of its own, so that what its callers capture, the history above all, is not kept as long as the watch.</summary>
    private static IDisposable Tell<T>(
        IObserver<WatchSignal> observer, WatchSignal? first, IObservable<T> news, Func<T, Instant, WatchSignal?> put, IScheduler scheduler)
    {
        var changes = news.Select(each => put(each, Now(scheduler)));
        return (first is null ? changes : changes.StartWith(first)).Where(signal => signal is not null).Select(signal => signal!).Subscribe(observer);
    }

    private static Instant Now(IScheduler scheduler) => Instant.From(scheduler.Now);
}

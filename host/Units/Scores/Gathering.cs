using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;

namespace EmulationPlatform.Units.Scores;

internal static class Gathering
{
    /// <summary>
    /// Collects what comes within a time after the first item, then hands it over as one list. Without items no timer runs.
    /// An item that comes while a list is handed over begins the next one, with a timer of its own.
    /// </summary>
    public static IObservable<IList<T>> GatheredFor<T>(this IObservable<T> items, TimeSpan time, IScheduler scheduler) =>
        Observable.Create<IList<T>>(observer =>
        {
            var lists = new GatheredLists<T>(observer);
            var timers = new CompositeDisposable();
            timers.Add(items.Subscribe(item =>
            {
                if (lists.Add(item))
                {
                    var timer = new SingleAssignmentDisposable();
                    timers.Add(timer);
                    timer.Disposable = scheduler.Schedule(time, () =>
                    {
                        timers.Remove(timer);
                        lists.HandOver();
                    });
                }
            }));
            return timers;
        });
}

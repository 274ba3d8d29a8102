using System.Reactive.Concurrency;
using System.Reactive.Linq;

namespace EmulationPlatform.Units.Scores;

internal static class Gathering
{
    /// <summary>
    /// Collects what comes within a time after the first item, then hands it over as one list. Without items no timer runs.
    /// Rx's own Buffer with closings loses the time of an item that comes between two windows: it would lie until the next one.
    /// </summary>
    public static IObservable<IList<T>> GatheredFor<T>(this IObservable<T> items, TimeSpan time, IScheduler scheduler) => Observable.Create<IList<T>>(observer =>
    {
        var gate = new Lock();
        var turn = new Lock();
        var gathered = new List<T>();

        void HandOver()
        {
            lock (turn)
            {
                List<T> full;
                lock (gate)
                {
                    (full, gathered) = (gathered, []);
                }

                observer.OnNext(full);
            }
        }

        void Take(T item)
        {
            bool first;
            lock (gate)
            {
                gathered.Add(item);
                first = gathered.Count == 1;
            }

            if (first)
            {
                scheduler.Schedule(time, HandOver);
            }
        }

        return items.Subscribe(Take, observer.OnError, observer.OnCompleted);
    });
}

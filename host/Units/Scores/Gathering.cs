using System.Reactive.Concurrency;
using System.Reactive.Linq;

namespace EmulationPlatform.Units.Scores;

internal static class Gathering
{
    /// <summary>
    /// Collects what comes within a time after the first item, then hands it over as one list. Without items no timer runs.
    /// </summary>
    public static IObservable<IList<T>> GatheredFor<T>(this IObservable<T> items, TimeSpan time, IScheduler scheduler) =>
        items.Publish(shared => shared.Buffer(() => shared.Take(1).Delay(time, scheduler)));
}

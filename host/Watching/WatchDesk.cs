using System.Collections.Concurrent;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>
/// Watches all sources of an agency. Any thread may tell it something; signals come one after the other.
/// A source costs about 12 kB, whatever it sends (20 intervals, 8 days of hours, 36 and 71 days of sums, 256 open intervals at
/// most), and one timer at most.
/// </summary>
/// <param name="scheduler">Its clock must be the one that stamps when readings were received.</param>
public sealed class WatchDesk(AgencyCalendar calendar, IScheduler scheduler) : IDisposable
{
    private readonly ConcurrentDictionary<string, SourceWatch> sources = new();
    private readonly Subject<SourceSignal> signals = new();
    private readonly Lock gate = new();
    private bool isClosed;

    /// <summary>
    /// Observers hand on and return (into a channel, say) and never call the desk: they are called within its locks. Subscribe
    /// before watching begins, since a source may have something to tell at once.
    /// </summary>
    public IObservable<SourceSignal> Signals => signals.AsObservable();

    /// <summary>
    /// Begins to watch, or begins anew with other settings or a corrected history. Called by the one who tells of the source:
    /// what another told meanwhile would be lost.
    /// </summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which.</exception>
    public void Watch(WatchedSource source)
    {
        if (source.Settings.Problems() is { Count: > 0 } problems)
        {
            throw new ArgumentException($"Source {source.Id} cannot be watched. {string.Join(' ', problems)}", nameof(source));
        }

        // The id alone goes into the closure, which would keep the whole seed otherwise.
        var id = source.Id;
        Forget(id);
        sources[id] = new SourceWatch(source, calendar, scheduler, signal => Tell(new SourceSignal(id, signal)));
    }

    /// <summary>Ends watching a source. It is not told cleared; see <see cref="WatchState.Without"/>.</summary>
    public void Forget(string source)
    {
        if (sources.TryRemove(source, out var watch))
        {
            watch.Dispose();
        }
    }

    /// <summary>What is told of a source that is not watched is passed over.</summary>
    public void Tell(string source, Heard reading) => Find(source)?.Tell(reading);

    /// <inheritdoc cref="Tell(string, Heard)"/>
    public void Tell(string source, HourUsed hour) => Find(source)?.Tell(hour);

    /// <inheritdoc cref="Tell(string, Heard)"/>
    public void Tell(string source, Impossible interval) => Find(source)?.Tell(interval);

    public void Dispose()
    {
        foreach (var source in sources.Keys)
        {
            Forget(source);
        }

        lock (gate)
        {
            isClosed = true;
            signals.Dispose();
        }
    }

    private SourceWatch? Find(string source) => sources.GetValueOrDefault(source);

    private void Tell(SourceSignal signal)
    {
        lock (gate)
        {
            // A timer may have gone off while the desk was closed.
            if (!isClosed)
            {
                signals.OnNext(signal);
            }
        }
    }
}

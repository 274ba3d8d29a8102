using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>Impossible intervals of one source that wait to be settled.</summary>
internal sealed class ImpossibleWatch(Instant? raisedSince)
{
    /// <summary>Beyond it the oldest are forgotten; a source with so many has one trouble, not hundreds.</summary>
    public const int Kept = 256;

    private readonly SortedDictionary<Instant, Instant> waiting = [];
    private Instant? toldSince = raisedSince;

    /// <param name="open">Intervals that are not settled.</param>
    public WatchSignal? Begin(IReadOnlyList<Impossible> open, Instant now)
    {
        foreach (var each in open)
        {
            Note(each);
        }

        var first = toldSince ?? default;
        return Change(new Impossible(first, first), now);
    }

    public WatchSignal? Put(Impossible interval, Instant now)
    {
        Note(interval);
        return Change(interval, now);
    }

    private void Note(Impossible interval)
    {
        if (interval.IsSettled)
        {
            waiting.Remove(interval.From);
            return;
        }

        waiting[interval.From] = interval.To;
        if (waiting.Count > Kept)
        {
            waiting.Remove(waiting.Keys.First());
        }
    }

    private WatchSignal? Change(Impossible last, Instant now)
    {
        if (waiting.Count > 0 == toldSince.HasValue)
        {
            return null;
        }

        if (toldSince is { } told)
        {
            toldSince = null;
            return new WatchSignal.Cleared(told, now, new WatchFigures.ImpossibleRate(last.From, last.To, Open: 0));
        }

        var (from, to) = waiting.First();
        toldSince = from;
        return new WatchSignal.Raised(from, now, new WatchFigures.ImpossibleRate(from, to, waiting.Count));
    }
}

using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>The time in which the events of a source say something else than they did.</summary>
/// <param name="From">Nothing changes for readings before this moment.</param>
/// <param name="Until">No rule is different after this moment.</param>
public readonly record struct RuleChange(Instant From, Instant Until)
{
    /// <returns>Null when both say the same.</returns>
    public static RuleChange? Between(EventTimeline old, EventTimeline now)
    {
        var changed = old.All.Except(now.All).Concat(now.All.Except(old.All)).ToList();
        if (changed.Count == 0)
        {
            return null;
        }

        return new(changed.Min(known => known.At), changed.Max(known => Reach(known, old, now)));
    }

    /// <summary>A factor holds until the next dated one, which both timelines know or which has changed itself.</summary>
    private static Instant Reach(SourceEvent changed, EventTimeline old, EventTimeline now)
    {
        if (changed.Kind != SourceEventKind.Factor)
        {
            return changed.Until > changed.At ? changed.Until : changed.At;
        }

        var later = old.All.Intersect(now.All).Where(known => known.Kind == SourceEventKind.Factor && known.At > changed.At);
        return later.Select(known => (Instant?)known.At).FirstOrDefault() ?? new Instant(long.MaxValue);
    }
}

using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Ledger;

/// <summary>
/// Stretches in which the state depended on more than the last three readings. A fold of late readings must start before such
/// a stretch, never inside it. There are few: one for each thing unusual.
/// </summary>
internal sealed class UnsettledSpans
{
    private List<UnsettledSpan> spans = [];

    public bool Changed { get; private set; }

    public void Load(IEnumerable<UnsettledSpan> stored) => spans = [.. stored];

    public void Add(UnsettledSpan? span)
    {
        if (span is { } closed)
        {
            spans.Add(closed);
            Changed = true;
        }
    }

    /// <summary>Puts new spans in the place of all that lie between two settled moments; null is open.</summary>
    public void Replace(Instant? from, Instant? to, List<UnsettledSpan> fresh)
    {
        var removed = spans.RemoveAll(span => (from is not { } start || span.Start >= start) && (to is not { } end || span.End <= end));
        if (removed + fresh.Count > 0)
        {
            spans.AddRange(fresh);
            spans.Sort((left, right) => left.Start.CompareTo(right.Start));
            Changed = true;
        }
    }

    /// <summary>Start of the span that a moment lies strictly inside; null when it lies in none.</summary>
    public Instant? StartAround(Instant at)
    {
        foreach (var span in spans)
        {
            if (span.Start < at && at < span.End)
            {
                return span.Start;
            }
        }

        return null;
    }

    public IReadOnlyList<UnsettledSpan> TakeChanged()
    {
        Changed = false;
        return [.. spans];
    }
}

using EmulationPlatform.Metering;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Ledger;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Words for what is to be known about a stretch of consumption.</summary>
internal static class ConsumptionFlags
{
    private static readonly (IntervalMarks Mark, string Flag)[] Words =
    [
        (IntervalMarks.ResetAssumed, "resetAssumed"),
        (IntervalMarks.ResetConfirmed, "resetConfirmed"),
        (IntervalMarks.Dip, "dip"),
        (IntervalMarks.Rollover, "rollover"),
        (IntervalMarks.Jitter, "jitter"),
        (IntervalMarks.Spike, "spike"),
        (IntervalMarks.Impossible, "impossible"),
        (IntervalMarks.Replaced, "replaced"),
        (IntervalMarks.Dismissed, "dismissed"),
        (IntervalMarks.Outage, "outage"),
        (IntervalMarks.Unknown, "unknown"),
        (IntervalMarks.LongGap, "longGap"),
        (IntervalMarks.Gap, "gap"),
        (IntervalMarks.Accepted, "accepted"),
    ];

    /// <summary>Of one source's row.</summary>
    public static List<string> Of(HourSum sum, Slot slot, IReadOnlyList<FindingRow> findings) =>
        Of(sum, slot, sum.CoveredMilliseconds < (slot.End.Start - slot.Start.Start).TotalMilliseconds, findings);

    /// <summary>What is found about intervals in the slot, beside what the hours say.</summary>
    /// <param name="inUse">Use of the sources it is made of within the slot, until now.</param>
    public static List<string> Of(HourSum sum, Slot slot, TimeInUse inUse, IReadOnlyList<FindingRow> findings)
    {
        var length = (slot.End.Start - slot.Start.Start).TotalMilliseconds;
        return Of(sum, slot, inUse.WithAny < length || sum.CoveredMilliseconds < inUse.Used, findings);
    }

    private static List<string> Of(HourSum sum, Slot slot, bool isPartial, IReadOnlyList<FindingRow> findings)
    {
        var flags = new List<string>();
        if (sum.EstimatedMilliseconds > 0)
        {
            flags.Add("estimated");
        }

        if (sum.SuspectMilliseconds > 0)
        {
            flags.Add("suspect");
        }

        if (isPartial)
        {
            flags.Add("partial");
        }

        foreach (var (mark, flag) in Words)
        {
            if (findings.Any(found => found.Interval.Marks.HasFlag(mark) && found.Interval.Start < slot.End.Start && found.Interval.End > slot.Start.Start))
            {
                flags.Add(flag);
            }
        }

        return flags;
    }
}

using EmulationPlatform.Metering;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;

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

    public static List<string> Of(HourSum sum, TimeSpan length)
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

        if (sum.CoveredMilliseconds < length.TotalMilliseconds)
        {
            flags.Add("partial");
        }

        return flags;
    }

    /// <summary>Also what is found about intervals in the slot.</summary>
    public static List<string> Of(HourSum sum, Slot slot, IReadOnlyList<FindingRow> findings)
    {
        var flags = Of(sum, slot.End.Start - slot.Start.Start);
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

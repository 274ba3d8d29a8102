using System.Numerics;

namespace EmulationPlatform.Watching;

/// <summary>
/// The 24 hours of a local day of one source, as far as they are known. It changes when an hour is told again; watches take
/// from it what they need at once and keep no reference.
/// </summary>
internal sealed class DayUse(DateOnly day)
{
    public const int Hours = 24;

    private readonly long[] micro = new long[Hours];
    private uint told;
    private uint covered;
    private uint measured;

    public DateOnly Day => day;

    public int CoveredHours => BitOperations.PopCount(covered);

    public bool IsKnown => CoveredHours == Hours;

    /// <returns>False when nothing is new.</returns>
    public bool Put(int hour, HourUsed used)
    {
        var bit = 1u << hour;
        var (wasTold, wasCovered, wasMeasured, was) = (told & bit, covered & bit, measured & bit, micro[hour]);
        told |= bit;
        covered = used.Covered ? covered | bit : covered & ~bit;
        measured = used is { Covered: true, Estimated: false } ? measured | bit : measured & ~bit;
        micro[hour] = used.Covered ? used.Amount.Micro : 0;
        return (wasTold, wasCovered, wasMeasured, was) != (bit, covered & bit, measured & bit, micro[hour]);
    }

    /// <summary>The hour, or a later one of the day, was told.</summary>
    public bool HasReached(int hour) => told >> hour != 0;

    public bool IsMeasured(int hour) => (measured & (1u << hour)) != 0;

    public long Micro(int hour) => micro[hour];

    /// <summary>Sum of the covered hours.</summary>
    public long TotalMicro()
    {
        var total = 0L;
        foreach (var hour in micro)
        {
            total = checked(total + hour);
        }

        return total;
    }
}

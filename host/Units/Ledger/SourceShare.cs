using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;

namespace EmulationPlatform.Units.Ledger;

/// <summary>What one source counts for one unit: the months of its hours that lie in the unit's assignments.</summary>
/// <param name="assignments">This unit's stretches of the source; empty for the unassigned.</param>
/// <param name="others">Stretches of the source that other units had or have.</param>
/// <param name="loadedFrom">Months before are not kept in memory.</param>
internal sealed class SourceShare(SourceRow source, IReadOnlyList<Assignment> assignments, IReadOnlyList<Assignment> others, YearMonth loadedFrom)
{
    private readonly Dictionary<YearMonth, HourSum> months = [];

    public SourceRow Source => source;

    public IReadOnlyList<Assignment> Assignments => assignments;

    /// <summary>When the source began to exist for us: its oldest reading.</summary>
    public Instant? FirstAt { get; set; }

    public Instant? NewestAt { get; set; }

    /// <summary>A sub-meter's part that another unit has: it is taken off what the main meter counts for this one.</summary>
    public bool IsSubtracted { get; init; }

    /// <summary>The ledger that folds the source can book its hours here by itself; otherwise they are read from disk.</summary>
    public bool IsLive => !IsSubtracted && assignments.All(assignment => assignment.Key == ShareKey.Whole);

    /// <summary>An assignment of this unit has no end.</summary>
    public bool IsCountedNow => assignments.Any(assignment => assignment.To is null);

    /// <summary>The newest moment that counts for this unit: readings after it gave the source up are another unit's.</summary>
    public Instant? NewestCountedAt => IsCountedNow || NewestAt is not { } newest || assignments.Max(assignment => assignment.To) is not { } end || newest < end.Start
        ? NewestAt
        : end.Start;

    public HourSum this[YearMonth month] => months.GetValueOrDefault(month);

    public bool Contains(Hour hour) => AnyContains(assignments, hour);

    public bool BelongsToOther(Hour hour) => AnyContains(others, hour);

    public void Set(YearMonth month, HourSum sum) => months[month] = sum;

    public void Add(YearMonth month, HourCell cell)
    {
        if (month >= loadedFrom)
        {
            months[month] = months.GetValueOrDefault(month) + cell;
        }
    }

    private static bool AnyContains(IReadOnlyList<Assignment> stretches, Hour hour)
    {
        foreach (var stretch in stretches)
        {
            if (stretch.Contains(hour))
            {
                return true;
            }
        }

        return false;
    }
}

using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Use in one stretch of time beside the same stretch of the base year.</summary>
/// <param name="Base">The base year's; null when it is not known, or not for so short a stretch.</param>
/// <param name="PerPerson">Amount per head of the headcount then; null when that is not known.</param>
/// <param name="PerSquareMetre">Amount per square metre of floor area then; null when that is not known.</param>
/// <param name="Coverage">0 to 1: part of the elapsed stretch that is known. Time before a meter's first reading does not count against it.</param>
/// <param name="Flags">As <see cref="ConsumptionRow.Flags"/>.</param>
public sealed record UsageRow(
    Instant Start, Instant End, Amount Amount, Amount? Base, decimal? PerPerson, decimal? PerSquareMetre, decimal Coverage, IReadOnlyList<string> Flags)
{
    /// <summary>The base per head of the headcount of that time; null when either is not known.</summary>
    public decimal? BasePerPerson { get; init; }

    /// <summary>The base per square metre of the floor area of that time; null when either is not known.</summary>
    public decimal? BasePerSquareMetre { get; init; }

    /// <summary>0 to 1: part of the base's time that is known; null when there is no base.</summary>
    public decimal? BaseCoverage { get; init; }
}

using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>What one target gave one unit.</summary>
/// <param name="Attainment">0 to 1; null when nothing can be said.</param>
/// <param name="Points">Weight times attainment; null with it.</param>
/// <param name="RawAttainment">Before clamping to 0 to 1; shows by how much a target is passed or missed.</param>
/// <param name="Required">Value that gives full points over the covered time, in the indicator's measure.</param>
/// <param name="Coverage">0 when not measured.</param>
/// <param name="FloorAttainment">Attainment if the worst hides in what is missing.</param>
/// <param name="CeilingAttainment">Attainment if the best hides in what is missing.</param>
public sealed record TargetScore(
    Target Target,
    DataState State,
    decimal? Attainment,
    decimal? RawAttainment,
    decimal? Points,
    decimal? Required,
    decimal Coverage,
    decimal FloorAttainment,
    decimal CeilingAttainment,
    IndicatorResult Result,
    string Measure)
{
    /// <summary>Counts in the denominators: it applies to the unit and its time has come.</summary>
    public bool IsDue => State is not (DataState.NotDue or DataState.NotApplicable);
}

using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>A unit's result. The four figures are always shown together.</summary>
/// <param name="Score">0 to 100 over what is measured; null while nothing is.</param>
/// <param name="Coverage">0 to 1 over everything due; null when nothing is due.</param>
/// <param name="Floor">0 to 100 over everything due, with the worst where something is missing; null when nothing is due.</param>
/// <param name="Ceiling">The same with the best.</param>
/// <param name="Band">Null without a score, with less coverage than the plan asks for, or when disqualified.</param>
/// <param name="Targets">Every target of a unit's sheet, bonus and gates included.</param>
/// <param name="Inputs">What it was computed from.</param>
public sealed record Scorecard(
    string Unit, decimal? Score, decimal? Coverage, decimal? Floor, decimal? Ceiling, Band? Band, IReadOnlyList<TargetScore> Targets, UnitInputs Inputs)
{
    /// <summary>Points beside the hundred, within the plan's limit.</summary>
    public decimal Bonus { get; init; }

    /// <summary>What an open gate or a missed need changed in the band, in words; empty when nothing did.</summary>
    public IReadOnlyList<Classification.Remark> Remarks { get; init; } = [];

    /// <summary>⛔ Awards wait while a gate is open.</summary>
    public bool IsHeld => Targets.Any(target => target.IsOpenGate);
}

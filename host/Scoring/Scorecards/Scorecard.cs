using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>A unit's result. The four figures are always shown together.</summary>
/// <param name="Score">0 to 100 over what is measured; null while nothing is.</param>
/// <param name="Coverage">0 to 1 over everything due; null when nothing is due.</param>
/// <param name="Floor">0 to 100 over everything due, with the worst where something is missing; null when nothing is due.</param>
/// <param name="Ceiling">The same with the best.</param>
/// <param name="Band">Null without a score, or with less coverage than the plan asks for.</param>
public sealed record Scorecard(
    string Unit, decimal? Score, decimal? Coverage, decimal? Floor, decimal? Ceiling, Band? Band, IReadOnlyList<TargetScore> Targets);

using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Scores;

/// <summary>A unit's new card, computed from committed facts.</summary>
/// <param name="Earlier">By the plan's version before; null when only one version is shown.</param>
internal sealed record UnitScored(Scorecard Card, Scorecard? Earlier, Instant ComputedAt);

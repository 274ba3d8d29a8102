using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Scores;

/// <summary>A unit's new card, computed from committed facts.</summary>
internal sealed record UnitScored(Scorecard Card, Instant ComputedAt);

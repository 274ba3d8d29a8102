using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Rules;

/// <summary>Where a rule stands.</summary>
/// <param name="OutOf">Points that an attainment of 1 is worth; 0 for a gate.</param>
/// <param name="Depth">1 for the rule of a target.</param>
internal sealed record RulePlace(PlanFrame Plan, decimal OutOf, int Depth);

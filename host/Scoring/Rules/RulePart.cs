using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Rules;

/// <param name="Weight">Share within the combination; below 0 only in <see cref="Combination.Total"/>.</param>
/// <param name="When">Null: always.</param>
public sealed record RulePart(LocalizedText Name, decimal Weight, Rule Rule, Condition? When);

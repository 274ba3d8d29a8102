using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <param name="Rule">For a target.</param>
/// <param name="Due">For duties.</param>
public sealed record DecisionOption(string Id, LocalizedText Name, Rule? Rule, Due? Due);

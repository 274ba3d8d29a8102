using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>What is to be done.</summary>
/// <param name="OwedBy"><c>units</c>, or the id of a role of the plan.</param>
/// <param name="Pillar">Empty for none.</param>
/// <param name="MeasuredBy">Targets that show whether it is done; empty: nothing but itself.</param>
/// <param name="Due">Null: no date.</param>
public sealed record PlanTask(string Id, LocalizedText Name, string OwedBy, string Pillar, IReadOnlyList<string> MeasuredBy, Due? Due, Citation Citation);

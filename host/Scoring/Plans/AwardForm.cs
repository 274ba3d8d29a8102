using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <param name="Proposes">Role id, or the name of somebody outside.</param>
/// <param name="Decides">Role id, or the name of somebody outside.</param>
public sealed record AwardForm(string Id, LocalizedText Name, bool ForUnits, bool ForPeople, string Proposes, string Decides, Citation Citation);

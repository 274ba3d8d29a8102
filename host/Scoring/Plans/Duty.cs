using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>What somebody owes somebody by a day.</summary>
/// <param name="OwedBy"><c>units</c>, or the id of a role of the plan.</param>
/// <param name="To">Id of a role, or the name of somebody outside.</param>
public sealed record Duty(string Id, LocalizedText Name, string OwedBy, string To, Due Due, Citation Citation)
{
    public const string Units = "units";
}

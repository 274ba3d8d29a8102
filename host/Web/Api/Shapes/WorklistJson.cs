namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>The worklist as JSON is what is about the readings; its table for people also has the alerts that the page shows.</summary>
public sealed class WorklistJson(IEnumerable<FindingJson> findings, IReadOnlyList<AlertJson> alerts) : List<FindingJson>(findings)
{
    /// <summary>Those that nobody has seen to; not part of the JSON, where they have an address of their own.</summary>
    public IReadOnlyList<AlertJson> Alerts => alerts;
}

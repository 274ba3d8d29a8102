using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>One way to settle an open point. What it does not name stays as the plan says.</summary>
/// <param name="Rule">For the target whose open point it is.</param>
/// <param name="Due">For all duties and tasks that wait for the point.</param>
public sealed record DecisionOption(string Id, LocalizedText Name, Rule? Rule, Due? Due)
{
    /// <summary>By id of the target.</summary>
    public IReadOnlyDictionary<string, TargetChange> Targets { get; init; } = new Dictionary<string, TargetChange>();

    /// <summary>By id of the duty or task.</summary>
    public IReadOnlyDictionary<string, Due> Dues { get; init; } = new Dictionary<string, Due>();

    /// <summary>What open gates do beside what the plan says.</summary>
    public IReadOnlyList<Consequence> Consequences { get; init; } = [];

    /// <summary>Peer groups that are scored at all; empty: as each target says.</summary>
    public IReadOnlyList<string> OnlyGroups { get; init; } = [];

    /// <summary>Choosing it changes a score, a day or a band.</summary>
    public bool HasEffect => Rule is not null || Due is not null || Targets.Count > 0 || Dues.Count > 0 || Consequences.Count > 0 || OnlyGroups.Count > 0;
}

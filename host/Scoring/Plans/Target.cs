using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>One demand of the plan.</summary>
public sealed record Target
{
    /// <summary>Id in the plan file, for example <c>S0-23</c>.</summary>
    public required string Id { get; init; }

    public required LocalizedText Name { get; init; }

    public required Citation Citation { get; init; }

    /// <summary>Null while an open point of the plan blocks it.</summary>
    public required Rule? Rule { get; init; }

    /// <summary>Points at full attainment on a unit's sheet; 0 for a gate.</summary>
    public required decimal Weight { get; init; }

    /// <summary>The same on the agency's sheet.</summary>
    public required decimal OrganisationWeight { get; init; }

    /// <summary>Age after which the newest reading makes the figure stale.</summary>
    public required TimeSpan Freshness { get; init; }

    /// <summary>The same for a figure that people declare, which nobody does every day.</summary>
    public TimeSpan DeclaredFreshness { get; init; } = FreshnessReader.LeastDeclared;

    /// <summary>Id of a pillar; empty for none.</summary>
    public string Pillar { get; init; } = "";

    public TargetLevel Level { get; init; } = TargetLevel.Both;

    public OrganisationView Organisation { get; init; }

    public Commitment Commitment { get; init; }

    public Cadence Cadence { get; init; } = Cadence.Day;

    public Population? Population { get; init; }

    /// <summary>What the denominator leaves out by the plan or by law.</summary>
    public IReadOnlyList<LocalizedText> Exclusions { get; init; } = [];

    public Scope Scope { get; init; } = Scope.Everybody;

    public IReadOnlyList<Exemption> Exemptions { get; init; } = [];

    /// <summary>Full points where it does not apply, instead of being left out.</summary>
    public bool FullWhenNotApplicable { get; init; }

    /// <summary>Null while the rule is a proposal.</summary>
    public Approval? Approved { get; init; }

    public Effort Effort { get; init; } = Effort.Medium;

    /// <summary>The open point that decides on the rule; null when the plan says enough.</summary>
    public Decision? Open { get; init; }

    public bool IsOnUnitSheet => Level != TargetLevel.Organisation;

    public bool IsOnOrganisationSheet => Level != TargetLevel.Unit;

    /// <summary>Its points count among the hundred.</summary>
    public bool IsScored => Commitment is Commitment.Ordinary or Commitment.Committed;
}

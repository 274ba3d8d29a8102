using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>One demand of the plan on one indicator.</summary>
public sealed record Target
{
    /// <summary>Id in the plan file, for example <c>S0-24.electricity</c>.</summary>
    public required string Id { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>The plan's own sentence; always Vietnamese, word for word.</summary>
    public required string Quote { get; init; }

    /// <summary>Place of the sentence in the document, for example <c>III.2.d</c>.</summary>
    public required string Section { get; init; }

    public required string Indicator { get; init; }

    /// <summary>Points at full attainment.</summary>
    public required decimal Weight { get; init; }

    /// <summary>What the platform applies until the agency decides otherwise.</summary>
    public required Rule DefaultRule { get; init; }

    /// <summary>What the agency decided; replaces the default.</summary>
    public ApprovedRule? Approved { get; init; }

    /// <summary>Age after which the newest reading makes the figure stale. Default 26 hours.</summary>
    public required TimeSpan Freshness { get; init; }

    /// <summary>The rule in force.</summary>
    public Rule Rule => Approved?.Rule ?? DefaultRule;
}

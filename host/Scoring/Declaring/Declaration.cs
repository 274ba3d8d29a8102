using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Declaring;

/// <summary>One entry about a figure of a unit in a period.</summary>
/// <param name="No">Its number, in the order entries came.</param>
/// <param name="Value">Meaning by the figure's form (docs/plan-format.md); null for a report.</param>
/// <param name="Whole">N of n/N, or the amount of the base year.</param>
/// <param name="EvidenceOn">Day of the evidence, for yes/no.</param>
/// <param name="CameAt">When a report came.</param>
/// <param name="Rater">Who rated; empty for all other forms.</param>
public sealed record Declaration(
    long No, DeclarationKind Kind, decimal? Value, decimal? Whole, int? BaseYear, DateOnly? EvidenceOn, Instant? CameAt, string Rater, Instant At);

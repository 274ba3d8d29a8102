using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>One rule of the derivation tree, with its figures put in.</summary>
/// <param name="Name">Of the part; of the target for the root.</param>
/// <param name="Formula">In words.</param>
/// <param name="Numbers">The same with the numbers; null when nothing is known.</param>
/// <param name="Share">Attainment points of the whole that this part gives: those of the parts of a mean or total sum to the parent's.</param>
/// <param name="Weight">Share of the whole within its parent, what is not due left out; 1 for the root.</param>
public sealed record ExplainedRule(
    LocalizedText Name,
    LocalizedText Formula,
    LocalizedText? Numbers,
    DataState State,
    decimal? Attainment,
    decimal? Raw,
    decimal Coverage,
    decimal Weight,
    decimal? Share,
    LocalizedText? Reason,
    ExplainedFigure? Figure,
    IReadOnlyList<ExplainedRule> Parts)
{
    /// <summary>What holds this year and how it comes from a path's ends; null when the demand is always the same.</summary>
    public LocalizedText? Milestone { get; init; }
}

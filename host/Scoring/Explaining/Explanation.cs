using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>Why a target gave its points: the derivation that a page and the API show and a pocket calculator can follow.</summary>
/// <param name="Lost">Points that are due and not reached.</param>
/// <param name="FloorPoints">Points if the worst hides in what is missing.</param>
/// <param name="CeilingPoints">Points if the best hides in what is missing.</param>
/// <param name="Rule">Null while the plan leaves the rule open.</param>
public sealed record Explanation(
    Target Target,
    string Plan,
    int Version,
    decimal Weight,
    DataState State,
    decimal? Attainment,
    decimal? Points,
    decimal? Lost,
    decimal Coverage,
    decimal DueShare,
    decimal FloorPoints,
    decimal CeilingPoints,
    LocalizedText? Reason,
    bool IsDisputed,
    ExplainedRule? Rule)
{
    /// <summary>Weight × due share × attainment = points, in numbers; null when nothing can be said.</summary>
    public LocalizedText? Calculation { get; init; }

    /// <summary>Why only a part of the weight is due; null when all of it is, or nothing.</summary>
    public LocalizedText? DueReason { get; init; }

    /// <summary>What can be done for more points; null when there is nothing to gain.</summary>
    public NextStep? NextStep { get; init; }

    /// <summary>For the agency: the units whose share, or whose figures together, are judged; else empty.</summary>
    public IReadOnlyList<ExplainedUnit> Units { get; init; } = [];
}

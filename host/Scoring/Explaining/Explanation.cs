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
    ExplainedRule? Rule);

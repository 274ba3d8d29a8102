using System.ComponentModel;
using EmulationPlatform.Scoring.Explaining;

namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <summary>Why a target gave its points. The parts' shares sum to the points shown.</summary>
public sealed record ExplanationJson(
    string Unit,
    string Target,
    LocalizedText Name,
    [property: Description("The plan's own sentence, Vietnamese.")] string Quote,
    string Section,
    string Plan,
    [property: Description("Version of the plan, and so of the rule.")] int RuleVersion,
    ApprovalJson? Approved,
    [property: Description("The question that blocks the target; null when the plan says enough.")] LocalizedText? OpenQuestion,
    DateTimeOffset AsOf,
    decimal Weight,
    DataState State,
    decimal? Attainment,
    decimal? Points,
    [property: Description("Points that are due and not reached.")] decimal? Lost,
    decimal Coverage,
    decimal DueShare,
    decimal FloorPoints,
    decimal CeilingPoints,
    LocalizedText? Reason,
    bool Disputed,
    ExplainedRuleJson? Rule)
{
    [Description("The same from what was known at the moment asked for; only with asOf.")]
    public ExplanationJson? KnownThen { get; init; }

    public static ExplanationJson Of(string unit, Explanation explanation, Instant asOf, AgencyCalendar calendar) => new(
        unit,
        explanation.Target.Id,
        explanation.Target.Name,
        explanation.Target.Citation.Quote,
        explanation.Target.Citation.Section,
        explanation.Plan,
        explanation.Version,
        explanation.Target.Approved is { } approved ? new(approved.Number, approved.Post, approved.On) : null,
        explanation.Rule is null ? explanation.Target.Open?.Question : null,
        calendar.ToLocal(asOf),
        explanation.Weight,
        explanation.State,
        Figures.Round(explanation.Attainment),
        Figures.Round(explanation.Points),
        Figures.Round(explanation.Lost),
        Figures.Round(explanation.Coverage),
        Figures.Round(explanation.DueShare),
        Figures.Round(explanation.FloorPoints),
        Figures.Round(explanation.CeilingPoints),
        explanation.Reason,
        explanation.IsDisputed,
        explanation.Rule is { } rule ? ExplainedRuleJson.Of(rule, explanation.Weight * explanation.DueShare, calendar) : null);
}

using System.ComponentModel;
using EmulationPlatform.Scoring.Explaining;

namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <summary>One rule of the derivation, with the rules it is made of.</summary>
public sealed record ExplainedRuleJson(
    LocalizedText Name,
    [property: Description("The formula in words.")] LocalizedText Formula,
    [property: Description("The same with the numbers; null when nothing is known.")] LocalizedText? Numbers,
    DataState State,
    decimal? Attainment,
    decimal? RawAttainment,
    decimal Coverage,
    [property: Description("Share of the whole, 0 to 1, what is not due left out.")] decimal Weight,
    [property: Description("Points that this part brings; those of the parts sum to the whole's.")] decimal? Points,
    LocalizedText? Reason,
    ExplainedFigureJson? Figure,
    IReadOnlyList<ExplainedRuleJson> Parts)
{
    [Description("What holds this year and how it comes from a path's ends; null when the demand is always the same.")]
    public LocalizedText? Milestone { get; init; }

    public static ExplainedRuleJson Of(ExplainedRule rule, decimal weight, AgencyCalendar calendar) => new(
        rule.Name,
        rule.Formula,
        rule.Numbers,
        rule.State,
        Figures.Round(rule.Attainment),
        Figures.Round(rule.Raw),
        Figures.Round(rule.Coverage),
        Figures.Round(rule.Weight),
        Figures.Round(rule.Share * weight),
        rule.Reason,
        rule.Figure is { } figure ? ExplainedFigureJson.Of(figure, calendar) : null,
        [.. rule.Parts.Select(part => Of(part, weight, calendar))])
    {
        Milestone = rule.Milestone,
    };
}

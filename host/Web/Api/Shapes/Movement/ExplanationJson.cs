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
    /// <summary>Digits of factors, so that their product is the points shown.</summary>
    private const int Factor = 10;

    [Description("The same from what was known at the moment asked for; only with asOf.")]
    public ExplanationJson? KnownThen { get; init; }

    [Description("Weight × due share × attainment = points, in numbers; null when nothing can be said.")]
    public LocalizedText? Calculation { get; init; }

    [Description("Why only a part of the weight is due; null when all of it is, or nothing.")]
    public LocalizedText? DueReason { get; init; }

    [Description("Decisions of people that the rule follows, where the plan leaves something open.")]
    public IReadOnlyList<DecidedJson> Decided { get; init; } = [];

    [Description("What can be done for more points; null when there is nothing to gain.")]
    public NextStepJson? NextStep { get; init; }

    [Description("Units behind the agency's points, each with the address of its own explanation.")]
    public IReadOnlyList<ExplainedUnitJson> Units { get; init; } = [];

    /// <param name="decidedUntil">Decisions made later are left out; null for none.</param>
    public static ExplanationJson Of(string unit, Explanation explanation, ScoreboardView board, Agency agency, Instant? decidedUntil)
    {
        var calendar = agency.Calendar;
        return Of(unit, explanation, calendar.ToLocal(board.AsOf), calendar) with
        {
            Calculation = explanation.Calculation,
            DueReason = explanation.DueReason,
            Decided = [.. agency.Plans.SettledFor(explanation.Target, decidedUntil).Select(settled => DecidedJson.Of(settled, calendar))],
            NextStep = explanation.NextStep is { } step ? NextStepJson.Of(step, agency.Movement.DoerOf(step)) : null,
            Units = [.. explanation.Units.Select(known => ExplainedUnitJson.Of(known, board))],
        };
    }

    private static ExplanationJson Of(string unit, Explanation explanation, DateTimeOffset asOf, AgencyCalendar calendar) => new(
        unit,
        explanation.Target.Id,
        explanation.Target.Name,
        explanation.Target.Citation.Quote,
        explanation.Target.Citation.Section,
        explanation.Plan,
        explanation.Version,
        explanation.Target.Approved is { } approved ? new(approved.Number, approved.Post, approved.On) : null,
        explanation.Rule is null ? explanation.Target.Open?.Question : null,
        asOf,
        explanation.Weight,
        explanation.State,
        Figures.Round(explanation.Attainment, Factor),
        Figures.Round(explanation.Points),
        Figures.Round(explanation.Lost),
        Figures.Round(explanation.Coverage),
        Figures.Round(explanation.DueShare, Factor),
        Figures.Round(explanation.FloorPoints),
        Figures.Round(explanation.CeilingPoints),
        explanation.Reason,
        explanation.IsDisputed,
        explanation.Rule is { } rule ? ExplainedRuleJson.Of(rule, explanation.Weight * explanation.DueShare, calendar) : null);
}

using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>One target of one sheet: whether it applies, what its rule gives, how old it is.</summary>
internal static class TargetJudge
{
    private static readonly IndicatorResult Nothing = new(DataState.NotApplicable, null, 0m);
    private static readonly LocalizedText OutOfScope = new("chỉ tiêu không áp dụng cho đơn vị", "the target is not for this unit");

    public static TargetScore Judge(Target target, decimal weight, UnitInputs inputs, Func<string, string> measureOf)
    {
        if (inputs.Level == TargetLevel.Unit && !target.Scope.Holds(inputs.Unit, inputs.Group))
        {
            return NotApplicable(target, weight, OutOfScope);
        }

        if (ExemptionOf(target, inputs) is { } exempt)
        {
            return NotApplicable(target, weight, ReasonOf(exempt));
        }

        if (target.Rule is not { } rule)
        {
            var (id, result, measure) = Open(target.Open?.FirstRule, inputs, measureOf);
            return new(target, weight, DataState.NeedsDecision, null, result, measure)
            {
                LeadingIndicator = id,
                Reason = target.Open?.Question,
                IsDisputed = inputs.Disputed.Contains(target.Id),
            };
        }

        return Judged(target, weight, RuleEvaluator.Evaluate(rule, inputs), inputs, measureOf);
    }

    /// <summary>The unit is within the target's scope and not exempt from it.</summary>
    public static bool Owes(Target target, UnitInputs unit) => target.Scope.Holds(unit.Unit, unit.Group) && ExemptionOf(target, unit) is null;

    private static TargetScore Judged(Target target, decimal weight, Outcome outcome, UnitInputs inputs, Func<string, string> measureOf)
    {
        if (outcome.State == DataState.NotApplicable && target.FullWhenNotApplicable)
        {
            outcome = outcome with { Attainment = 1m, Raw = 1m, Coverage = 1m, DueShare = 1m, Floor = 1m, Ceiling = 1m };
        }

        var leading = Leading(outcome, measureOf);
        var result = leading.Result ?? Nothing;
        return new(target, weight, StateAt(target, outcome, result, inputs), outcome, result, MeasureOf(leading, measureOf))
        {
            Required = leading.Required,
            LeadingIndicator = leading.Rule is Rule.Scaled scaled ? scaled.Figure.Indicators[0] : "",
            IsDisputed = inputs.Disputed.Contains(target.Id),
        };
    }

    private static TargetScore NotApplicable(Target target, decimal weight, LocalizedText reason) => target.FullWhenNotApplicable
        ? new(target, weight, DataState.NotApplicable, null, Nothing, "")
        {
            Attainment = 1m, DueShare = 1m, Coverage = 1m, FloorAttainment = 1m, CeilingAttainment = 1m, Reason = reason,
        }
        : new(target, weight, DataState.NotApplicable, null, Nothing, "") { Reason = reason };

    private static Exemption? ExemptionOf(Target target, UnitInputs inputs) =>
        target.Exemptions.FirstOrDefault(exemption => exemption.Unit == inputs.Unit && IsOn(exemption, inputs));

    /// <summary>The exemption's last day ends at midnight in Viet Nam.</summary>
    private static bool IsOn(Exemption exemption, UnitInputs inputs)
    {
        var moment = inputs.Period.Within(inputs.AsOf);
        return moment.ToDateTimeOffset() < new DateTimeOffset(exemption.Until.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(1).AddHours(-7);
    }

    private static LocalizedText ReasonOf(Exemption exempt)
    {
        var until = exempt.Until.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
        return new($"{exempt.Reason.Vi} ({exempt.ApprovedBy} duyệt, đến hết {until})", $"{exempt.Reason.En} (approved by {exempt.ApprovedBy}, until {until})");
    }

    /// <summary>A closed period does not age: its data are as fresh as they were at its end.</summary>
    private static DataState StateAt(Target target, Outcome outcome, IndicatorResult result, UnitInputs inputs)
    {
        var now = inputs.Period.UpTo(inputs.AsOf);
        return DataStates.IsKnown(outcome.State) && result.UpdatedAt is { } updated && now - updated > TargetScore.FreshnessOf(target, result) ? DataState.Stale : outcome.State;
    }

    /// <summary>Of several figures the one shown beside the points: the first that is known and has a measure, else the first with a measure.</summary>
    private static Outcome Leading(Outcome outcome, Func<string, string> measureOf)
    {
        var leaves = outcome.Leaves.ToList();
        return leaves.Find(leaf => IsKnown(leaf) && HasMeasure(leaf)) ?? leaves.Find(HasMeasure) ?? leaves.Find(IsKnown) ?? leaves.FirstOrDefault() ?? outcome;

        static bool IsKnown(Outcome leaf) => leaf.Result is { IsKnown: true };

        bool HasMeasure(Outcome leaf) => MeasureOf(leaf, measureOf).Length > 0;
    }

    private static string MeasureOf(Outcome leaf, Func<string, string> measureOf) => leaf.Rule is Rule.Scaled scaled ? measureOf(scaled.Figure.Indicators[0]) : "";

    /// <summary>What is known of an open target, whatever its rule will be.</summary>
    private static (string Id, IndicatorResult Result, string Measure) Open(Rule? rule, UnitInputs inputs, Func<string, string> measureOf)
    {
        var figures = (rule?.Indicators ?? []).Select(id => (Id: id, Result: inputs.Result(id), Measure: measureOf(id))).ToList();
        return figures.OrderByDescending(figure => figure.Measure.Length > 0).ThenByDescending(figure => figure.Result.IsKnown).Append(("", Nothing, "")).First();
    }
}

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

        if (target.Exemptions.FirstOrDefault(exemption => exemption.Unit == inputs.Unit && IsOn(exemption, inputs)) is { } exempt)
        {
            return NotApplicable(target, weight, ReasonOf(exempt));
        }

        if (target.Rule is not { } rule)
        {
            return new(target, weight, DataState.NeedsDecision, null, Leading(target.Open?.FirstRule, inputs), "")
            {
                Reason = target.Open?.Question,
                IsDisputed = inputs.Disputed.Contains(target.Id),
            };
        }

        return Judged(target, weight, RuleEvaluator.Evaluate(rule, inputs), inputs, measureOf);
    }

    private static TargetScore Judged(Target target, decimal weight, Outcome outcome, UnitInputs inputs, Func<string, string> measureOf)
    {
        if (outcome.State == DataState.NotApplicable && target.FullWhenNotApplicable)
        {
            outcome = outcome with { Attainment = 1m, Raw = 1m, Coverage = 1m, DueShare = 1m, Floor = 1m, Ceiling = 1m };
        }

        var result = outcome.Result ?? Leading(target.Rule, inputs);
        return new(target, weight, StateAt(target, outcome, result, inputs), outcome, result, MeasureOf(target.Rule, measureOf))
        {
            IsDisputed = inputs.Disputed.Contains(target.Id),
        };
    }

    private static TargetScore NotApplicable(Target target, decimal weight, LocalizedText reason) => target.FullWhenNotApplicable
        ? new(target, weight, DataState.NotApplicable, null, Nothing, "")
        {
            Attainment = 1m, DueShare = 1m, Coverage = 1m, FloorAttainment = 1m, CeilingAttainment = 1m, Reason = reason,
        }
        : new(target, weight, DataState.NotApplicable, null, Nothing, "") { Reason = reason };

    /// <summary>The exemption's last day is judged by the middle of that day, so that no time zone at its edges matters.</summary>
    private static bool IsOn(Exemption exemption, UnitInputs inputs)
    {
        var moment = inputs.AsOf < inputs.Period.End ? inputs.AsOf : inputs.Period.End.Plus(TimeSpan.FromMilliseconds(-1));
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
        var now = inputs.AsOf < inputs.Period.End ? inputs.AsOf : inputs.Period.End;
        return DataStates.IsKnown(outcome.State) && result.UpdatedAt is { } updated && now - updated > target.Freshness ? DataState.Stale : outcome.State;
    }

    /// <summary>The figure shown beside the points: the rule's only one, or of several the first that is known.</summary>
    private static IndicatorResult Leading(Rule? rule, UnitInputs inputs)
    {
        var results = (rule?.Indicators ?? []).Select(inputs.Result).ToList();
        return results.Find(result => result.IsKnown) ?? results.FirstOrDefault() ?? Nothing;
    }

    private static string MeasureOf(Rule? rule, Func<string, string> measureOf) => rule is Rule.Scaled scaled ? measureOf(scaled.Figure.Indicators[0]) : "";
}

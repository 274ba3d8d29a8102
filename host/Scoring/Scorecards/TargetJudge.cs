using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>One target of one unit: from an indicator's result to attainment, points and bounds.</summary>
internal static class TargetJudge
{
    private static readonly LocalizedText OtherBaseYear = new("số liệu gốc không phải của năm gốc trong kế hoạch", "the baseline is not of the plan's base year");
    private static readonly LocalizedText EmptyBase = new("số liệu gốc bằng 0, không so sánh được", "the baseline is 0, so there is nothing to compare with");

    public static TargetScore Judge(Target target, IndicatorResult result, string measure, Period period, Instant asOf)
    {
        if (result.State == DataState.NotApplicable)
        {
            return Unknown(target, DataState.NotApplicable, result, measure);
        }

        // Asked before the data, so that what a unit reports never decides whether it owes a target.
        if (Milestone.Of(target.Rule, YearOf(period)) is not { } milestone)
        {
            return Unknown(target, DataState.NotDue, result, measure);
        }

        if (!IsMeasured(result))
        {
            return Unknown(target, UnmeasuredState(result), result, measure);
        }

        if (result.BaselineYear is { } year && year != milestone.BaseYear)
        {
            return Unknown(target, DataState.NoBaseline, result with { Reason = OtherBaseYear }, measure);
        }

        return result.Reference is > 0m
            ? Known(target, milestone, result, measure, StateAt(target, result, period, asOf))
            : Unknown(target, DataState.NoBaseline, result with { Reason = result.Reason ?? EmptyBase }, measure);
    }

    private static TargetScore Known(Target target, Milestone milestone, IndicatorResult result, string measure, DataState state)
    {
        var value = result.Value!.Value;
        var reference = result.Reference!.Value;
        var whole = result.ReferenceElapsed is > 0m and var elapsed ? elapsed : reference;
        var raw = milestone.Raw(value, reference);
        var attainment = Math.Clamp(raw, 0m, 1m);
        return new(
            target,
            state,
            attainment,
            raw,
            target.Weight * attainment,
            milestone.Required(reference),
            Math.Clamp(result.Coverage, 0m, 1m),
            result.Worst is { } worst ? milestone.Attainment(worst, whole) : 0m,
            result.Best is { } best ? milestone.Attainment(best, whole) : 1m,
            result,
            measure);
    }

    private static TargetScore Unknown(Target target, DataState state, IndicatorResult result, string measure) =>
        new(target, state, null, null, null, null, 0m, 0m, 1m, result, measure);

    private static bool IsMeasured(IndicatorResult result) =>
        result.Value is not null && result.State is DataState.Measured or DataState.Estimated or DataState.Stale;

    private static DataState UnmeasuredState(IndicatorResult result) =>
        result.State is DataState.Measured or DataState.Estimated or DataState.Stale ? DataState.NoData : result.State;

    /// <summary>A closed period does not age: its data are as fresh as they were at its end.</summary>
    private static DataState StateAt(Target target, IndicatorResult result, Period period, Instant asOf)
    {
        var now = asOf < period.End ? asOf : period.End;
        return result.UpdatedAt is { } updated && now - updated > target.Freshness ? DataState.Stale : result.State;
    }

    /// <summary>The year in which the middle of the period lies; so no time zone at its edges matters.</summary>
    private static int YearOf(Period period) =>
        new Instant(period.Start.UnixMilliseconds + ((period.End.UnixMilliseconds - period.Start.UnixMilliseconds) / 2)).ToDateTimeOffset().Year;
}

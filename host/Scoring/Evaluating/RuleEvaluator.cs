using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Evaluating;

/// <summary>From a rule and what is known to an outcome (scoring §2, §3). Pure.</summary>
public static class RuleEvaluator
{
    private static readonly LocalizedText AtTheEnd = new("đến cuối kỳ mới tính; đạt sớm thì được điểm ngay", "judged at the end of the period; reached earlier it counts at once");

    public static Outcome Evaluate(Rule rule, UnitInputs inputs) => rule switch
    {
        Rule.Scaled scaled => Scaled(scaled, inputs),
        Rule.Combined combined => Combiner.Combine(combined, Parts(combined, inputs)),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown kind of rule."),
    };

    private static List<Outcome.Part> Parts(Rule.Combined combined, UnitInputs inputs) =>
    [
        .. combined.Parts
            .Where(part => part.When is null || part.When.Fits(inputs.Group, inputs.Year, inputs.Level))
            .Select(part => new Outcome.Part(part, Evaluate(part.Rule, inputs))),
    ];

    private static Outcome Scaled(Rule.Scaled rule, UnitInputs inputs)
    {
        var estimate = FigureReader.Of(rule.Figure, inputs);
        var scale = new ScaleReader(rule.Scale, inputs.Year, estimate.Unit);
        if (estimate.State == DataState.NotApplicable)
        {
            return With(Outcome.Unknown(rule, DataState.NotApplicable), estimate, null);
        }

        // Asked before the data, so that what a unit reports never decides whether it owes something.
        if (!scale.IsDue || estimate.State == DataState.NotDue)
        {
            return With(Outcome.Unknown(rule, DataState.NotDue), estimate, null);
        }

        return rule.Settling == Settling.AtEnd && !inputs.IsOver ? AtEnd(rule, estimate, scale) : Judged(rule, estimate, scale, inputs);
    }

    private static Outcome Judged(Rule.Scaled rule, Estimate estimate, ScaleReader scale, UnitInputs inputs)
    {
        if (estimate.Value is not { } value)
        {
            return With(Missing(rule, estimate), estimate, scale);
        }

        var share = rule.Settling == Settling.ProRata ? inputs.Elapsed : 1m;
        var running = scale with { Unit = estimate.Unit * share };
        var whole = scale with { Unit = estimate.WholeUnit * share };
        var raw = running.Raw(value);
        var (floor, ceiling) = whole.Over(estimate.Least, estimate.Most);
        return With(new(rule, estimate.State, Math.Clamp(raw, 0m, 1m), raw, estimate.Coverage, estimate.Result.DueShare, floor, ceiling), estimate, running);
    }

    /// <summary>What the unit owes and has not given counts as nothing, until it comes.</summary>
    private static Outcome Missing(Rule.Scaled rule, Estimate estimate) => estimate is { State: DataState.NoData, MissingBy: MissingBy.Unit }
        ? new(rule, DataState.NoData, 0m, 0m, 1m, estimate.Result.DueShare, 0m, 1m)
        : Outcome.Unknown(rule, estimate.State) with { DueShare = estimate.Result.DueShare };

    /// <summary>Before the end: what is reached is credited at once, what is not reached is not due (scoring: "At least N per year").</summary>
    private static Outcome AtEnd(Rule.Scaled rule, Estimate estimate, ScaleReader scale)
    {
        var raw = estimate.Value is { } value ? scale.Raw(value) : 0m;
        if (raw <= 0m)
        {
            return With(Outcome.Unknown(rule, DataState.NotDue), estimate, scale) with { Reason = AtTheEnd };
        }

        return With(new(rule, estimate.State, 1m, raw, estimate.Coverage, Math.Min(raw, 1m) * estimate.Result.DueShare, 1m, 1m) { IsEarly = true }, estimate, scale);
    }

    private static Outcome With(Outcome outcome, Estimate estimate, ScaleReader? scale) => outcome with
    {
        Result = estimate.Result,
        Value = estimate.Value,
        Unit = scale?.Unit ?? estimate.Unit,
        Required = estimate.Value is null ? null : scale?.FullAt,
        Reason = estimate.Reason,
    };
}

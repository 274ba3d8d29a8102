using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Evaluating;

/// <summary>Several outcomes as one. Parts that do not apply are left out; parts that are not due make the whole due in part.</summary>
internal static class Combiner
{
    public static Outcome Combine(Rule.Combined rule, IReadOnlyList<Outcome.Part> parts)
    {
        var applicable = parts.Where(part => part.Outcome.State != DataState.NotApplicable).ToList();
        if (applicable.Count == 0)
        {
            return Outcome.Unknown(rule, DataState.NotApplicable) with { Parts = parts, Reason = parts.Count > 0 ? parts[0].Outcome.Reason : null };
        }

        if (rule.How == Combination.First)
        {
            var first = applicable[0].Outcome;
            return first with { Rule = rule, Parts = [applicable[0]] };
        }

        var due = applicable.Where(part => part.Outcome.DueShare > 0m).ToList();
        return due.Count == 0
            ? Outcome.Unknown(rule, applicable[0].Outcome.State) with { Parts = parts, Reason = applicable[0].Outcome.Reason }
            : Due(rule, applicable, due) with { Parts = parts };
    }

    private static Outcome Due(Rule.Combined rule, List<Outcome.Part> applicable, List<Outcome.Part> due)
    {
        var known = due.Where(part => part.Outcome.Attainment is not null).ToList();
        var dueWeight = due.Sum(Weight);
        var dueShare = rule.How == Combination.Weighted ? dueWeight / applicable.Sum(part => part.Rule.Weight) : 1m;
        var raw = known.Count == 0 ? null : Raw(rule.How, known);
        return new(
            rule,
            known.Count == 0 ? due[0].Outcome.State : known.Select(part => part.Outcome.State).Aggregate(Weaker),
            raw is { } number ? Math.Clamp(number, 0m, 1m) : null,
            raw,
            due.Sum(part => Math.Abs(Weight(part)) * part.Outcome.Coverage) / due.Sum(part => Math.Abs(Weight(part))),
            dueShare,
            Bound(rule.How, due, part => part.Rule.Weight < 0m ? part.Outcome.Ceiling : part.Outcome.Floor),
            Bound(rule.How, due, part => part.Rule.Weight < 0m ? part.Outcome.Floor : part.Outcome.Ceiling))
        {
            Reason = due.Find(part => part.Outcome.Attainment is null)?.Outcome.Reason,
        };
    }

    private static decimal? Raw(Combination how, List<Outcome.Part> known) => how switch
    {
        Combination.Weighted => known.Sum(part => Weight(part) * part.Outcome.Attainment!.Value) / known.Sum(Weight),
        Combination.Total => known.Sum(part => Weight(part) * part.Outcome.Attainment!.Value),
        Combination.Lowest => known.Min(part => part.Outcome.Attainment),
        Combination.Highest => known.Max(part => part.Outcome.Attainment),
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, "Has no value of its own."),
    };

    private static decimal Bound(Combination how, List<Outcome.Part> due, Func<Outcome.Part, decimal> bound) => how switch
    {
        Combination.Weighted => due.Sum(part => Weight(part) * bound(part)) / due.Sum(Weight),
        Combination.Total => Math.Clamp(due.Sum(part => Weight(part) * bound(part)), 0m, 1m),
        Combination.Lowest => due.Min(bound),
        _ => due.Max(bound),
    };

    private static decimal Weight(Outcome.Part part) => part.Rule.Weight * part.Outcome.DueShare;

    private static DataState Weaker(DataState one, DataState other)
    {
        // What a unit has not given counts as nothing; that is told rather than how the rest was measured.
        return one == DataState.NoData || other == DataState.NoData ? DataState.NoData : DataStates.Weaker(one, other);
    }
}

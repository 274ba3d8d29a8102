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

        var due = applicable.FindAll(part => part.Outcome.DueShare > 0m);
        var dueShare = due.Count == 0 ? 0m : DueShare(rule.How, applicable, due);
        return dueShare == 0m
            ? Outcome.Unknown(rule, DataState.NotDue) with { Parts = parts, Reason = applicable[0].Outcome.Reason }
            : Due(rule, applicable, due, dueShare) with { Parts = parts };
    }

    /// <summary>What the sum, or the best, of the known parts is held against.</summary>
    public static decimal Divisor(Combination how, IReadOnlyList<Outcome.Part> parts, decimal dueShare)
    {
        var applicable = parts.Where(part => part.Outcome.State != DataState.NotApplicable).ToList();
        var known = applicable.FindAll(part => part.Outcome is { DueShare: > 0m, Attainment: not null });
        return how switch
        {
            Combination.Weighted => known.Sum(Weight),
            Combination.Total => DueOfTotal(applicable, known),
            Combination.Highest => dueShare,
            _ => 1m,
        };
    }

    private static Outcome Due(Rule.Combined rule, List<Outcome.Part> applicable, List<Outcome.Part> due, decimal dueShare)
    {
        var known = due.FindAll(part => part.Outcome.Attainment is not null);
        var raw = known.Count == 0 ? null : Raw(rule.How, applicable, due, known, dueShare);
        var absolute = due.Sum(part => Math.Abs(Weight(part)));
        return new(
            rule,
            raw is null ? due.Find(part => part.Outcome.Attainment is null)!.Outcome.State : known.Select(part => part.Outcome.State).Aggregate(Weaker),
            raw is { } number ? Math.Clamp(number, 0m, 1m) : null,
            raw,
            raw is null ? 0m : due.Sum(part => Math.Abs(Weight(part)) * part.Outcome.Coverage) / absolute,
            dueShare,
            Bound(rule.How, due, dueShare, part => part.Rule.Weight < 0m ? part.Outcome.Ceiling : part.Outcome.Floor),
            Bound(rule.How, due, dueShare, part => part.Rule.Weight < 0m ? part.Outcome.Floor : part.Outcome.Ceiling))
        {
            IsEarly = due.TrueForAll(part => part.Outcome.IsEarly),
            Reason = due.Find(part => part.Outcome.Attainment is null)?.Outcome.Reason,
        };
    }

    private static decimal DueShare(Combination how, List<Outcome.Part> applicable, List<Outcome.Part> due)
    {
        if (how == Combination.Weighted)
        {
            return due.Sum(Weight) / applicable.Sum(part => part.Rule.Weight);
        }

        if (how == Combination.Total)
        {
            return DueOfTotal(applicable, due);
        }

        // One part that is judged already judges the whole. Of credits before the end alone, the best counts as far as it goes,
        // and the weakest (nothing, where a part has none) when all must hold.
        return !due.TrueForAll(part => part.Outcome.IsEarly) ? 1m
            : how == Combination.Highest ? due.Max(part => part.Outcome.DueShare)
            : applicable.Min(part => part.Outcome.DueShare);
    }

    /// <summary>Of what can be reached at all: parts may together give more than 1, or less.</summary>
    private static decimal DueOfTotal(List<Outcome.Part> applicable, List<Outcome.Part> due)
    {
        var reachable = Math.Min(1m, applicable.Sum(part => Math.Max(0m, part.Rule.Weight)));
        return reachable == 0m ? 1m : Math.Min(1m, due.Sum(part => Math.Max(0m, Weight(part))) / reachable);
    }

    /// <returns>Null for a total of which nothing but deductions is known.</returns>
    private static decimal? Raw(Combination how, List<Outcome.Part> applicable, List<Outcome.Part> due, List<Outcome.Part> known, decimal dueShare)
    {
        if (how != Combination.Total)
        {
            return Of(how, known, dueShare, part => part.Outcome.Attainment!.Value);
        }

        // What nobody measured is left out of the sum, and of what the sum is held against.
        var share = DueOfTotal(applicable, known);
        return share == 0m ? null : known.Sum(part => Weight(part) * part.Outcome.Attainment!.Value) / share;
    }

    private static decimal Bound(Combination how, List<Outcome.Part> due, decimal dueShare, Func<Outcome.Part, decimal> bound) =>
        how == Combination.Total ? Math.Clamp(due.Sum(part => Weight(part) * bound(part)) / dueShare, 0m, 1m) : Of(how, due, dueShare, bound);

    private static decimal Of(Combination how, List<Outcome.Part> parts, decimal dueShare, Func<Outcome.Part, decimal> value) => how switch
    {
        Combination.Weighted => parts.Sum(part => Weight(part) * value(part)) / parts.Sum(Weight),
        Combination.Lowest => parts.Min(value),
        Combination.Highest => parts.Max(part => part.Outcome.IsEarly ? part.Outcome.DueShare * value(part) : value(part)) / dueShare,
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, "Has no value of its own."),
    };

    private static decimal Weight(Outcome.Part part) => part.Rule.Weight * part.Outcome.DueShare;

    private static DataState Weaker(DataState one, DataState other)
    {
        // What a unit has not given counts as nothing; that is told rather than how the rest was measured.
        return one == DataState.NoData || other == DataState.NoData ? DataState.NoData : DataStates.Weaker(one, other);
    }
}

using System.Globalization;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>What must fit together between the parts of a plan.</summary>
internal static class PlanChecks
{
    private const decimal WholeSheet = 100m;

    /// <param name="ids">Ids up to and with this entry's.</param>
    public static void IdOnce(PlanSection entry, IEnumerable<string> ids, string what)
    {
        var list = ids.ToList();
        var id = list[^1];
        if (id.Length > 0 && list.Count(other => string.Equals(other, id, StringComparison.Ordinal)) > 1)
        {
            entry.Problems.Error(entry.At("id"), $"Another {what} has the id '{id}' already; give each its own.");
        }
    }

    /// <param name="above">Threshold of the band before.</param>
    public static void BandFalls(PlanSection entry, decimal? from, decimal? above)
    {
        if (from >= above)
        {
            entry.Problems.Error(
                entry.At("from"),
                Invariant($"'from' is {from}, but the band before begins at {above}; list bands from the best to the lowest, each below the one before."));
        }
    }

    public static void BandsReachZero(PlanSection plan, decimal? lowest)
    {
        if (lowest > 0)
        {
            plan.Problems.Warning(
                plan.At("bands"), Invariant($"Scores below {lowest} belong to no band; let the last band begin 'from: 0' or mean it so."));
        }
    }

    public static void Targets(
        PlanSection plan, IReadOnlyList<(PlanSection Section, Target? Target)> targets, (int First, int Last) years, IReadOnlySet<string>? knownIndicators)
    {
        var seen = new List<string>();
        foreach (var (section, target) in targets)
        {
            if (target is not null)
            {
                seen.Add(target.Id);
                IdOnce(section, seen, "target");
                Indicator(section, target.Indicator, knownIndicators);
                RuleYears(section.At("defaultRule"), section.Problems, target.DefaultRule, years);
                RuleYears(section.At("approved"), section.Problems, target.Approved?.Rule, years);
            }
        }

        if (targets.Count > 0 && targets.All(entry => entry.Target is not null))
        {
            WeightSum(plan, targets.Sum(entry => entry.Target!.Weight));
        }
    }

    private static void WeightSum(PlanSection plan, decimal sum)
    {
        if (sum != WholeSheet)
        {
            plan.Problems.Warning(
                plan.At("targets"), Invariant($"The weights sum to {sum}, not 100; a period can be frozen only when they sum to 100."));
        }
    }

    private static void Indicator(PlanSection section, string indicator, IReadOnlySet<string>? known)
    {
        if (known is not null && indicator.Length > 0 && !known.Contains(indicator))
        {
            section.Problems.Warning(
                section.At("indicator"),
                $"No loaded module has the indicator '{indicator}', so the target stays without data; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }
    }

    private static void RuleYears(PlanPosition at, ProblemList problems, Rule? rule, (int First, int Last) years)
    {
        var baseYear = rule switch
        {
            Rule.NotAboveBase notAbove => notAbove.BaseYear,
            Rule.Reduce reduce => reduce.BaseYear,
            _ => (int?)null,
        };
        if (baseYear >= years.First)
        {
            problems.Warning(at, $"The base year {baseYear} is not before the plan's first year {years.First}, so the first years cannot be judged.");
        }

        if (rule is Rule.Reduce late && late.ByYear > years.Last)
        {
            problems.Warning(at, $"The cut is due by {late.ByYear}, after the plan's last year {years.Last}; it will be reached only in part.");
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

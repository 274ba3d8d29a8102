using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Rules;

/// <summary>Rules made of rules.</summary>
internal static class CombinedRules
{
    private const decimal MostWeight = 1_000m;
    private const decimal EqualWeight = 1m;
    private const decimal WholeWeight = 1m;

    public static Rule? Read(PlanSection section, Combination how, RulePlace place)
    {
        var entries = section.Sections("parts", IsWeighed(how) ? "{ weight: 0.4, name: {…}, rule: {…} }" : "{ name: {…}, rule: {…} }");
        var parts = entries.Select(entry => Part(entry, how, place)).OfType<RulePart>().ToList();
        if (how == Combination.First && parts.Count == entries.Count)
        {
            WarnOfHiddenParts(entries, parts);
        }

        return parts.Count < entries.Count || parts.Count == 0 ? null : new Rule.Combined(how, parts);
    }

    /// <summary>Behind a part for everybody, or for the same ones, another counts only where the figure of the first does not apply.</summary>
    private static void WarnOfHiddenParts(IReadOnlyList<PlanSection> entries, List<RulePart> parts)
    {
        for (var later = 1; later < parts.Count; later++)
        {
            var (hidden, index) = (parts[later], later);
            if (parts.FindIndex(0, index, part => part.When is null || part.When.IsSame(hidden.When)) is >= 0 and var first)
            {
                entries[later].Problems.Warning(
                    entries[later].Start,
                    $"Part {later + 1} of 'first' is for the same as part {first + 1}, so it counts only where that does not apply; write another 'when', or remove it.");
            }
        }
    }

    private static RulePart? Part(PlanSection entry, Combination how, RulePlace place)
    {
        var weight = IsWeighed(how) ? Weight(entry, how) : EqualWeight;
        var name = entry.Names("name");
        var when = ConditionReader.Read(entry, place.Plan);
        var rule = RuleReader.Read(entry, place with { OutOf = place.OutOf * Math.Abs(weight ?? EqualWeight), Depth = place.Depth + 1 });
        entry.Close();
        if (how == Combination.Weighted && weight > WholeWeight && CountsPoints(rule))
        {
            entry.Error("weight", "A part with 'kind: each' takes its share of the target's points; write weights that sum to 1, for example 'weight: 0.4'.");
        }

        if (how == Combination.Total && SettlesAtEnd(rule))
        {
            // Credited before the end of the period, it would make a part of a sum due and not another: hiding it could raise the floor.
            entry.Error("rule", "'kind: count' is settled at the end of the period and has no place in a total; write 'kind: each' for points per item, or 'kind: weighted'.");
        }

        return weight is null || rule is null ? null : new(name, weight.Value, rule, when);
    }

    private static bool SettlesAtEnd(Rule? rule) => rule switch
    {
        Rule.Scaled scaled => scaled.Settling == Settling.AtEnd,
        Rule.Combined combined => combined.Parts.Any(part => SettlesAtEnd(part.Rule)),
        _ => false,
    };

    private static bool CountsPoints(Rule? rule) => rule switch
    {
        Rule.Scaled scaled => scaled.Scale is Scale.Events,
        Rule.Combined combined => combined.Parts.Any(part => CountsPoints(part.Rule)),
        _ => false,
    };

    private static decimal? Weight(PlanSection entry, Combination how)
    {
        var range = how == Combination.Total ? NumberRange.Between(-MostWeight, MostWeight) : NumberRange.Over(0, MostWeight);
        var weight = entry.Share("weight", range, "0.4");
        if (weight is not 0)
        {
            return weight;
        }

        entry.Error("weight", "'weight' is 0, so the part does not count; write another number or remove the part.");
        return null;
    }

    private static bool IsWeighed(Combination how) => how is Combination.Weighted or Combination.Total;
}

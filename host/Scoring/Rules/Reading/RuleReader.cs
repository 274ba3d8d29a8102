using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Rules;

/// <summary>Rules of a plan file by kind. A new kind of rule is one more entry.</summary>
internal static class RuleReader
{
    private const int Deepest = 6;

    private static readonly Dictionary<string, Func<PlanSection, RulePlace, Rule?>> Kinds = new(StringComparer.Ordinal)
    {
        ["atLeast"] = LinearRules.AtLeast,
        ["atMost"] = LinearRules.AtMost,
        ["pass"] = PassRule.Read,
        ["reduce"] = BaseYearRules.Reduce,
        ["notAboveBase"] = BaseYearRules.NotAboveBase,
        ["increase"] = LinearRules.Increase,
        ["count"] = LinearRules.Count,
        ["steps"] = StepRules.Steps,
        ["each"] = EachRule.Read,
        ["yesNo"] = StepRules.YesNo,
        ["staged"] = StepRules.Staged,
        ["rated"] = LinearRules.Rated,
        ["onTime"] = StepRules.OnTime,
        ["againstPeers"] = LinearRules.AgainstPeers,
        ["weighted"] = (section, place) => CombinedRules.Read(section, Combination.Weighted, place),
        ["total"] = (section, place) => CombinedRules.Read(section, Combination.Total, place),
        ["lowest"] = (section, place) => CombinedRules.Read(section, Combination.Lowest, place),
        ["highest"] = (section, place) => CombinedRules.Read(section, Combination.Highest, place),
        ["first"] = (section, place) => CombinedRules.Read(section, Combination.First, place),
    };

    /// <returns>Null when it is missing or wrong.</returns>
    public static Rule? Read(PlanSection parent, RulePlace place)
    {
        if (parent.Section("rule", "{ kind: notAboveBase, of: green-office.electricity, baseYear: 2025 }") is not { } section)
        {
            return null;
        }

        if (place.Depth > Deepest)
        {
            section.Problems.Error(section.Start, $"The rule is nested more than {Deepest} levels deep; join the parts of one level.");
            return null;
        }

        var kind = section.Text("kind", "notAboveBase");
        if (kind.Length == 0)
        {
            return null;
        }

        if (!Kinds.TryGetValue(kind, out var read))
        {
            section.Error("kind", $"'{kind}' is no kind of rule; write one of {string.Join(", ", Kinds.Keys)}.");
            return null;
        }

        var rule = read(section, place);
        section.Close();
        if (rule is Rule.Scaled scaled)
        {
            place.Plan.Rules.Add(section, scaled);
        }

        return rule;
    }
}

namespace EmulationPlatform.Scoring.Plans;

/// <summary>Rules of a plan file by kind. A new kind of rule is one more entry.</summary>
internal static class RuleReader
{
    private static readonly Dictionary<string, Func<PlanSection, Rule?>> Kinds = new(StringComparer.Ordinal)
    {
        ["notAboveBase"] = NotAboveBase,
        ["reduce"] = Reduce,
    };

    public static Rule? Read(PlanSection parent, string key)
    {
        if (parent.Section(key, "{ kind: notAboveBase, baseYear: 2025 }") is not { } section)
        {
            return null;
        }

        var kind = section.Text("kind", "notAboveBase");
        if (kind.Length == 0)
        {
            return null;
        }

        if (!Kinds.TryGetValue(kind, out var read))
        {
            section.Problems.Error(section.At("kind"), $"'{kind}' is no kind of rule; write one of {string.Join(", ", Kinds.Keys)}.");
            return null;
        }

        var rule = read(section);
        section.Close();
        return rule;
    }

    private static Rule.NotAboveBase? NotAboveBase(PlanSection section) => BaseYear(section) is { } year ? new(year) : null;

    private static Rule.Reduce? Reduce(PlanSection section)
    {
        var percent = section.Number("percent", NumberRange.Over(0, 100), "10");
        var baseYear = BaseYear(section);
        var byYear = section.WholeNumber("byYear", 2001, 2100, "2030");
        if (byYear <= baseYear)
        {
            section.Problems.Error(section.At("byYear"), $"'byYear' is {byYear}; write a year after the base year {baseYear}.");
            return null;
        }

        return percent is null || baseYear is null || byYear is null ? null : new(baseYear.Value, percent.Value / 100m, byYear.Value);
    }

    private static int? BaseYear(PlanSection section) => section.WholeNumber("baseYear", 2000, 2100, "2025");
}

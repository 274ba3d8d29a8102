using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Rules;

/// <summary>What a rule looks at.</summary>
internal static class OfReader
{
    private const int PartsOfRatio = 2;

    /// <summary>A figure, or one divided by another.</summary>
    public static Figure? Read(PlanSection rule, RulePlace place)
    {
        if (!rule.HasSection("of"))
        {
            return Indicator(rule, place) is { } id ? new Figure.Value(id) : null;
        }

        var section = rule.Section("of", "{ ratio: [ …, … ] }")!;
        var ids = place.Plan.Index.ReferAll(section, "ratio", IdShape.Indicator, EntryKind.Figure);
        section.Close();
        if (ids.Count == PartsOfRatio)
        {
            return new Figure.Ratio(ids[0], ids[1]);
        }

        section.Error("ratio", "A ratio is one figure divided by another; write 'of: { ratio: [A, B] }' with two ids.");
        return null;
    }

    /// <summary>The id of one figure, for kinds that look at more than its value.</summary>
    public static string? Indicator(PlanSection rule, RulePlace place)
    {
        var id = place.Plan.Index.Refer(rule, "of", IdShape.Indicator, EntryKind.Figure);
        return id.Length == 0 ? null : id;
    }
}

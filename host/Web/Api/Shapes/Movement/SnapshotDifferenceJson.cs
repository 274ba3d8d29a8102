using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Nodes;

namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <summary>What a later official result says differently.</summary>
/// <param name="Unit"><c>organisation</c> for the agency itself.</param>
/// <param name="Target">Empty for the figures of the unit itself.</param>
/// <param name="Field"><c>score</c>, <c>floor</c>, <c>band</c>, <c>rank</c>, <c>points</c>, <c>state</c> …</param>
public sealed record SnapshotDifferenceJson(string Unit, string Target, string Field, [property: Description("JSON of the value.")] string? Before, string? After)
{
    private static readonly string[] CardFields = ["score", "coverage", "floor", "ceiling", "band", "rank", "bonus", "held"];
    private static readonly string[] TargetFields = ["points", "attainment", "state", "value", "required", "coverage", "met", "known", "due"];

    /// <summary>
    /// Differences between two frozen boards: the agency first, then unit by unit and target by target. What differs only beyond the
    /// digits that are shown was moved by the clock between the two freezes, not by the correction, and is left out.
    /// </summary>
    public static IReadOnlyList<SnapshotDifferenceJson> Between(string before, string after)
    {
        var (old, now) = (JsonNode.Parse(before), JsonNode.Parse(after));
        var differences = new List<SnapshotDifferenceJson>();
        Card(ExplainedTarget.Organisation, old?["organisation"], now?["organisation"], differences);
        var (oldUnits, units) = (ByName(old?["units"], "unit"), ByName(now?["units"], "unit"));
        foreach (var unit in oldUnits.Keys.Union(units.Keys).Order(StringComparer.Ordinal))
        {
            Card(unit, oldUnits.GetValueOrDefault(unit), units.GetValueOrDefault(unit), differences);
        }

        return differences;
    }

    private static void Card(string unit, JsonNode? before, JsonNode? after, List<SnapshotDifferenceJson> differences)
    {
        Compare(unit, "", CardFields, before, after, differences);
        var (targets, targetsNow) = (ByName(before?["targets"], "target"), ByName(after?["targets"], "target"));
        foreach (var target in targets.Keys.Union(targetsNow.Keys).Order(StringComparer.Ordinal))
        {
            Compare(unit, target, TargetFields, targets.GetValueOrDefault(target), targetsNow.GetValueOrDefault(target), differences);
        }
    }

    private static void Compare(string unit, string target, string[] fields, JsonNode? before, JsonNode? after, List<SnapshotDifferenceJson> differences)
    {
        foreach (var field in fields)
        {
            var (was, isNow) = (before?[field], after?[field]);
            if (Shown(field, was) != Shown(field, isNow))
            {
                differences.Add(new(unit, target, field, was?.ToJsonString(), isNow?.ToJsonString()));
            }
        }
    }

    /// <summary>As tables show it: shares with a decimal of a per cent, everything else with two decimals.</summary>
    private static string? Shown(string field, JsonNode? value) => value is JsonValue number && number.TryGetValue<decimal>(out var known)
        ? Figures.Round(known, field is "coverage" or "attainment" ? 3 : 2).ToString("0.###", CultureInfo.InvariantCulture)
        : value?.ToJsonString();

    private static Dictionary<string, JsonNode> ByName(JsonNode? list, string name) =>
        list is JsonArray array ? array.OfType<JsonNode>().ToDictionary(node => (string)node[name]!, StringComparer.Ordinal) : [];
}

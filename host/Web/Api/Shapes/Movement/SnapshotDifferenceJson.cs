using System.ComponentModel;
using System.Text.Json.Nodes;

namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <summary>What a later official result says differently.</summary>
/// <param name="Target">Empty for the figures of the unit itself.</param>
/// <param name="Field"><c>score</c>, <c>floor</c>, <c>band</c>, <c>rank</c>, <c>points</c>, <c>state</c> …</param>
public sealed record SnapshotDifferenceJson(string Unit, string Target, string Field, [property: Description("JSON of the value.")] string? Before, string? After)
{
    private static readonly string[] UnitFields = ["score", "coverage", "floor", "ceiling", "band", "rank", "bonus", "held"];
    private static readonly string[] TargetFields = ["points", "attainment", "state", "value", "required", "coverage"];

    /// <summary>Differences between two frozen boards, unit by unit and target by target.</summary>
    public static IReadOnlyList<SnapshotDifferenceJson> Between(string before, string after)
    {
        var (old, now) = (Units(before), Units(after));
        var differences = new List<SnapshotDifferenceJson>();
        foreach (var unit in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var (was, isNow) = (old.GetValueOrDefault(unit), now.GetValueOrDefault(unit));
            Compare(unit, "", UnitFields, was, isNow, differences);
            var (targets, targetsNow) = (Targets(was), Targets(isNow));
            foreach (var target in targets.Keys.Union(targetsNow.Keys).Order(StringComparer.Ordinal))
            {
                Compare(unit, target, TargetFields, targets.GetValueOrDefault(target), targetsNow.GetValueOrDefault(target), differences);
            }
        }

        return differences;
    }

    private static void Compare(string unit, string target, string[] fields, JsonNode? before, JsonNode? after, List<SnapshotDifferenceJson> differences)
    {
        foreach (var field in fields)
        {
            var (was, isNow) = (before?[field]?.ToJsonString(), after?[field]?.ToJsonString());
            if (was != isNow)
            {
                differences.Add(new(unit, target, field, was, isNow));
            }
        }
    }

    private static Dictionary<string, JsonNode> Units(string board) => ByName(JsonNode.Parse(board)?["units"], "unit");

    private static Dictionary<string, JsonNode> Targets(JsonNode? unit) => ByName(unit?["targets"], "target");

    private static Dictionary<string, JsonNode> ByName(JsonNode? list, string name) =>
        list is JsonArray array ? array.OfType<JsonNode>().ToDictionary(node => (string)node[name]!, StringComparer.Ordinal) : [];
}

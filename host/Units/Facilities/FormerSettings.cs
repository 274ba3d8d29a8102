using System.Text.Json;
using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Facilities;

/// <summary>What a source was before an act, as the audit log keeps it (<see cref="SourceShape"/>).</summary>
/// <param name="before">The log's settings before the act.</param>
/// <param name="names">Those the act changed; only they are set back.</param>
internal sealed class FormerSettings(JsonElement before, IReadOnlyCollection<string> names)
{
    private const string Units = "units";

    private static readonly string[] Known =
        ["metric", "kind", "direction", "measure", "factor", "registerWidth", "maxRate", "label", "place", "parent", "counted", Units];

    public static bool CanSet(SettingsDifference difference) => Known.Contains(difference.Name, StringComparer.Ordinal);

    public SourceRow Row(SourceRow now) => now with
    {
        Metric = Text("metric", now.Metric)!,
        Kind = Word("kind", now.Kind),
        Direction = Word("direction", now.Direction),
        Measure = Text("measure", now.Measure)!,
        Factor = Number("factor", now.Factor)!.Value,
        RegisterWidth = Number("registerWidth", now.RegisterWidth),
        MaxRatePerHour = Number("maxRate", now.MaxRatePerHour),
        Label = Text("label", now.Label),
        Place = Text("place", now.Place),
        Parent = (int?)Number("parent", now.Parent),
        Counted = Word("counted", now.Counted),
    };

    public IReadOnlyList<Assignment> Assignments(int source, IReadOnlyList<Assignment> now, string reason) => !names.Contains(Units)
        ? now
        : before.TryGetProperty(Units, out var stretches) ? [.. stretches.EnumerateArray().Select(stretch => Stretch(source, stretch, reason))] : [];

    private static Assignment Stretch(int source, JsonElement stretch, string reason)
    {
        var key = Enum.Parse<ShareKey>(stretch.GetProperty("key").GetString()!);
        return new Assignment(source, stretch.GetProperty("unit").GetString()!, At(stretch, "from"), At(stretch, "to"))
        {
            Key = key,
            Weight = stretch.GetProperty("weight").GetDecimal(),
            Reason = key == ShareKey.Whole ? null : stretch.TryGetProperty("reason", out var why) ? why.GetString() : reason,
        };
    }

    private static Hour? At(JsonElement stretch, string name) =>
        stretch.TryGetProperty(name, out var at) ? Hour.Of(Instant.From(at.GetDateTimeOffset())) : null;

    private string? Text(string name, string? now) => !names.Contains(name) ? now : before.TryGetProperty(name, out var value) ? value.GetString() : null;

    private decimal? Number(string name, decimal? now) => !names.Contains(name) ? now : before.TryGetProperty(name, out var value) ? value.GetDecimal() : null;

    private T Word<T>(string name, T now)
        where T : struct, Enum => Text(name, null) is { } word ? Enum.Parse<T>(word) : now;
}

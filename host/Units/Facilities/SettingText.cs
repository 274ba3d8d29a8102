using System.Globalization;
using System.Text.Json;
using EmulationPlatform.Units.Registry;

namespace EmulationPlatform.Units.Facilities;

/// <summary>A setting of the audit log in a line.</summary>
internal static class SettingText
{
    /// <returns>Null when it was not set.</returns>
    public static string? Of(SourceRegistry sources, JsonElement settings, string name)
    {
        if (!settings.TryGetProperty(name, out var value))
        {
            return null;
        }

        return (name, value.ValueKind) switch
        {
            ("parent", JsonValueKind.Number) => sources.All.FirstOrDefault(known => known.No == value.GetInt32())?.Row.Id ?? value.GetRawText(),
            (_, JsonValueKind.Number) => value.GetDecimal().ToString("0.############", CultureInfo.InvariantCulture),
            (_, JsonValueKind.String) => value.GetString(),
            (_, JsonValueKind.Array) => value.GetArrayLength() == 0 ? null : string.Join("; ", value.EnumerateArray().Select(item => item.TryGetProperty("coefficient", out var times) ? Term(item, times) : Stretch(item))),
            _ => value.GetRawText(),
        };
    }

    private static string Term(JsonElement term, JsonElement times) => $"{times.GetRawText()} × {Text(term, "source")}";

    private static string Stretch(JsonElement stretch)
    {
        var text = Text(stretch, "unit") ?? stretch.GetRawText();
        if (Text(stretch, "key") is { } key && key != "Whole")
        {
            text += $" ({key}{(stretch.TryGetProperty("weight", out var weight) ? " " + weight.GetRawText() : "")})";
        }

        var (from, to) = (Text(stretch, "from"), Text(stretch, "to"));
        return from is null && to is null ? text : $"{text} {from ?? "…"} – {to ?? "…"}";
    }

    private static string? Text(JsonElement stretch, string name) => stretch.TryGetProperty(name, out var value) ? value.GetString() : null;
}

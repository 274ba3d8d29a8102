using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Units.Registry;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Guesses what a source is that nobody has claimed yet.</summary>
internal static class SourceGuesser
{
    public static SourceGuess Of(SourceEntry entry, MeterTree tree, IReadOnlyDictionary<string, Metric> metrics, IEnumerable<UnitRecord> units)
    {
        var row = entry.Row;
        var topic = Plain(row.Topic);
        var unit = units.Where(known => topic.Contains(Plain(known.Id)) || topic.Contains(Plain(known.Name.Vi)) || topic.Contains(Plain(known.Name.En)))
            .MaxBy(known => known.Id.Length);
        var name = metrics.TryGetValue(row.Metric, out var metric) ? metric.Name : new LocalizedText(row.Metric, row.Metric);
        var parent = tree.ParentOf(entry)?.Row.Id;
        var (vi, en) = row.Kind == SourceKind.Gauge ? ("giá trị tức thời", "momentary value") : ("chỉ số tích lũy", "register");
        var channel = row.Channel is null ? "" : $" · {row.Channel}";
        return new SourceGuess(unit?.Id, parent, new LocalizedText($"{name.Vi}, {vi}{channel} ({row.Profile})", $"{name.En}, {en}{channel} ({row.Profile})"));
    }

    /// <summary>Lower case letters and digits without diacritics: "Phòng Kỹ thuật" and "phong-ky-thuat" are the same.</summary>
    private static string Plain(string text) => string.Concat(PlainText.Of(text).Where(char.IsLetterOrDigit));
}

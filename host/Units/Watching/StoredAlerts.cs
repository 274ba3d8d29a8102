using System.Text.Json;
using System.Text.Json.Serialization;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Watching;

namespace EmulationPlatform.Units.Watching;

/// <summary>Alerts as they are stored.</summary>
internal static class StoredAlerts
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public static AlertRow Row(Alert alert) =>
        new(alert.Source, alert.Kind.ToString(), alert.Since, alert.RaisedSince, alert.LastSeen, JsonSerializer.Serialize(alert.Figures, alert.Figures.GetType(), Json))
        {
            SeenBy = alert.Acknowledgement?.By,
            SeenAt = alert.Acknowledgement?.At,
            SeenReason = alert.Acknowledgement?.Reason,
            ClearedAt = alert.ClearedAt,
        };

    /// <exception cref="JsonException">Something else than this program wrote the row.</exception>
    public static Alert Alert(AlertRow row)
    {
        var seen = row is { SeenBy: { } by, SeenAt: { } at } ? new Acknowledgement(by, at, row.SeenReason ?? "") : null;
        return new Alert(row.Source, row.Since, row.RaisedSince, row.LastSeen, Figures(row), seen, row.ClearedAt);
    }

    private static WatchFigures Figures(AlertRow row)
    {
        WatchFigures? figures = Enum.Parse<WatchKind>(row.Kind) switch
        {
            WatchKind.Silent => JsonSerializer.Deserialize<WatchFigures.Silent>(row.Figures, Json),
            WatchKind.ImpossibleRate => JsonSerializer.Deserialize<WatchFigures.ImpossibleRate>(row.Figures, Json),
            WatchKind.NightFlow => JsonSerializer.Deserialize<WatchFigures.NightFlow>(row.Figures, Json),
            WatchKind.OffHours => JsonSerializer.Deserialize<WatchFigures.OffHours>(row.Figures, Json),
            _ => JsonSerializer.Deserialize<WatchFigures.UnusualWeek>(row.Figures, Json),
        };
        return figures ?? throw new JsonException($"The alert {row.Kind} of {row.Source} has no figures.");
    }
}

using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Facilities;

/// <summary>What a meter is called.</summary>
internal static class MeterTitle
{
    public static string Of(SourceRow row) => row.Label ?? (row.Channel is null ? row.Topic : $"{row.Topic} · {row.Channel}");
}

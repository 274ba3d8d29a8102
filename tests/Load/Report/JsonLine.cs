using System.Text.Json;
using EmulationPlatform.Load.Publisher;

namespace EmulationPlatform.Load.Report;

/// <summary>The result as one line for machines.</summary>
internal static class JsonLine
{
    public static string Of(LoadResult result, IReadOnlyList<string> problems) => JsonSerializer.Serialize(
        new
        {
            result.Options.Clients,
            result.Options.Seconds,
            result.Options.Publishing.Qos,
            result.Options.Publishing.InFlight,
            result.Options.Rate,
            result.Options.Kills,
            result.DiskFormat,
            InsertRowsPerSecond = result.Inserts.ToDictionary(static figure => FormattableString.Invariant($"{figure.RowsPerTransaction}"), static figure => Math.Round(figure.RowsPerSecond)),
            Bare = result.Bare is { } bare ? new { PerSecond = result.BarePerSecond, bare.Rates, PubackMs = Quantiles(bare.ToAcknowledgement) } : null,
            Host = result.Host is { } host
                ? new
                {
                    PerSecond = result.HostPerSecond,
                    host.Rates,
                    PubackMs = Quantiles(host.ToAcknowledgement),
                    StreamMs = Quantiles(host.ToStream),
                    host.Unseen,
                    host.CpuSecondsPerMillion,
                    host.IdleResidentKilobytes,
                    host.PeakResidentKilobytes,
                    host.LargestLogBytes,
                    host.Kills,
                    host.Sessions,
                }
                : null,
            result.Ratio,
            Database = result.Database is { } database
                ? new { database.Acknowledged, database.Stored, database.Lost, database.Doubled, database.Wrong, database.DevicesWithHoursGap }
                : null,
            Problems = problems,
        },
        JsonSerializerOptions.Web);

    private static object Quantiles(LatencyHistogram latencies) => new
    {
        P50 = latencies.QuantileMilliseconds(0.5),
        P95 = latencies.QuantileMilliseconds(0.95),
        P99 = latencies.QuantileMilliseconds(0.99),
    };
}

using System.Globalization;
using EmulationPlatform.Load.Checks;
using EmulationPlatform.Load.HostProcess;
using EmulationPlatform.Load.Limits;
using EmulationPlatform.Load.Publisher;

namespace EmulationPlatform.Load.Report;

/// <summary>The result as lines for people.</summary>
internal static class Table
{
    private const int NameWidth = 44;

    public static IEnumerable<string> Lines(LoadResult result) =>
    [
        .. Head(result),
        .. result.Inserts.Count == 0 ? [] : Inserts(result),
        .. result.Bare is { } bare ? Bare(bare, result) : [],
        .. result.Host is { } host ? Host(host, result) : [],
        .. result.Database is { } database ? Database(database, result) : [],
    ];

    private static IEnumerable<string> Head(LoadResult result)
    {
        var options = result.Options;
        yield return Text($"{options.Clients} connections x {options.Publishing.InFlight} in flight, QoS {options.Publishing.Qos}, MQTT {(options.Publishing.Version == MqttVersion.V5 ? "5.0" : "3.1.1")}, {options.Seconds} s, {Environment.ProcessorCount} processors, data on {result.DiskFormat}");
        if (options.Rate is { } rate)
        {
            yield return Text($"limited to {rate:N0} messages/s in all");
        }
    }

    private static IEnumerable<string> Inserts(LoadResult result)
    {
        yield return result.Table.IsFromHost ? "Insert loop (the host's table, synchronous=FULL)" : "Insert loop (assumed table, synchronous=FULL)";
        foreach (var figure in result.Inserts)
        {
            yield return Row(Text($"{figure.RowsPerTransaction:N0} rows per transaction"), Text($"{figure.RowsPerSecond,12:N0} rows/s"));
        }
    }

    private static IEnumerable<string> Bare(BareRun bare, LoadResult result)
    {
        yield return "Bare Kestrel handler: parse, one insert, group commit, acknowledge";
        yield return Row(Counted(result), Text($"{result.BarePerSecond,12:N0} messages/s   ({Each(bare.Rates)})"));
        yield return Row("publish to acknowledgement p50 / p95 / p99", Quantiles(bare.ToAcknowledgement));
    }

    private static IEnumerable<string> Host(HostTotals host, LoadResult result)
    {
        yield return "Host: whole path";
        yield return Row(Counted(result), Text($"{result.HostPerSecond,12:N0} readings/s   ({Each(host.Rates)})"));
        yield return Row("publish to acknowledgement p50 / p95 / p99", Quantiles(host.ToAcknowledgement));
        yield return Row("publish to stream p50 / p95 / p99", Text($"{Quantiles(host.ToStream)}   ({host.ToStream.Count} probes, {host.Unseen} unseen)"));
        yield return Row("CPU per million readings", Text($"{host.CpuSecondsPerMillion,12:0.00} s"));
        yield return Row("resident when idle / at most", Text($"{host.IdleResidentKilobytes / 1_024,12:N0} / {host.PeakResidentKilobytes / 1_024:N0} MiB"));
        yield return Row("write-ahead log at most / at the end of load", Text($"{host.LargestLogBytes / 1_048_576d,12:0.0} / {host.LogBytesAtEnd / 1_048_576d:0.0} MiB"));
        yield return Row("in flight allowed per connection", Text($"{host.AllowedInFlight,12}"));
        yield return Row("connections broken, messages sent again", Text($"{host.Sessions.Broken,12:N0} , {host.Sessions.Resent:N0}"));
        if (result.Options.Kills > 0)
        {
            yield return Row("SIGKILLs", Text($"{host.Kills,12}   (seed {result.Options.Seed})"));
        }

        if (result.Ratio is { } ratio)
        {
            yield return Row("host / bare handler", Text($"{ratio,12:0.00}"));
        }
    }

    private static IEnumerable<string> Database(DatabaseReport database, LoadResult result)
    {
        yield return "Database after the stop";
        yield return Row(result.Options.Publishing.Qos == 0 ? "sent / stored" : "acknowledged / stored", Text($"{database.Acknowledged,12:N0} / {database.Stored:N0}"));
        yield return Row("lost / doubled / never sent", Text($"{database.Lost,12:N0} / {database.Doubled:N0} / {database.Wrong:N0}"));
        yield return Row("devices whose hours differ from their register", Text($"{database.DevicesWithHoursGap,12:N0} of {database.Devices.Count}"));
    }

    private static string Counted(LoadResult result) => result.Options.Publishing.Qos == 0 ? "sent (QoS 0 is never acknowledged), median" : "acknowledged, median";

    private static string Quantiles(LatencyHistogram latencies) => Text(
        $"{latencies.QuantileMilliseconds(0.5),12:0.00} / {latencies.QuantileMilliseconds(0.95):0.00} / {latencies.QuantileMilliseconds(0.99):0.00} ms");

    private static string Each(IEnumerable<double> rates) => string.Join(", ", rates.Select(static rate => Text($"{rate:N0}")));

    private static string Row(string name, string value) => $"  {name.PadRight(NameWidth)} {value}";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

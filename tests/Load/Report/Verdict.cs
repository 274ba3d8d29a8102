using EmulationPlatform.Load.HostProcess;

namespace EmulationPlatform.Load.Report;

/// <summary>Decides whether a run passed.</summary>
internal static class Verdict
{
    /// <returns>What is wrong, one line each; empty when all is well.</returns>
    public static IReadOnlyList<string> Problems(LoadResult result)
    {
        var problems = new List<string>();
        if (result.Database is { } database)
        {
            problems.AddRange(database.Problems(mayLose: result.Options.Publishing.Qos == 0));
        }

        if (result.Host is { } host)
        {
            problems.AddRange(OfHost(host, result.Options));
        }

        if (result.Options.RatioAtLeast is { } least && (result.Ratio is null || result.Ratio < least))
        {
            problems.Add(FormattableString.Invariant($"host/bare is {result.Ratio:0.00}, demanded is at least {least:0.00}"));
        }

        return problems;
    }

    private static IEnumerable<string> OfHost(HostTotals host, LoadOptions options)
    {
        // Kills cut connections, and QoS 0 without a limit is a flood: neither says anything about the stream.
        var isSteady = options.Kills == 0 && options.Publishing.Qos > 0;
        (bool IsProblem, FormattableString Text)[] rules =
        [
            (host.Sessions.Acknowledged == 0, $"the host acknowledged nothing"),
            (host.Sessions.Refused > 0, $"{host.Sessions.Refused} messages refused with a reason of 0x80 or above"),
            (host.Sessions.Unanswered > 0, $"{host.Sessions.Unanswered} messages without an acknowledgement in the end"),
            (host.Sessions.Forgotten > 0, $"{host.Sessions.Forgotten} packet identifiers of QoS 2 forgotten over a reconnect"),
            (options.Kills == 0 && host.Sessions.Broken > 0, $"{host.Sessions.Broken} connections closed by the host"),
            (isSteady && host.Unseen > 0, $"{host.Unseen} readings not seen on the stream within 5 s"),
            (isSteady && host.ToStream.Count == 0, $"no reading was seen on the stream"),
            (!host.StoppedCleanly, $"the host did not stop by itself with exit code 0; its last lines:\n{host.LastLines}"),
        ];
        return rules.Where(static rule => rule.IsProblem).Select(static rule => FormattableString.Invariant(rule.Text));
    }
}

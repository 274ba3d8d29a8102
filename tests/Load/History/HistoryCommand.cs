using System.CommandLine;
using System.Net.Sockets;
using EmulationPlatform.Load.Publisher;

namespace EmulationPlatform.Load.History;

/// <summary><c>history</c>: what years of readings cost.</summary>
internal static class HistoryCommand
{
    private const int Failed = 1;

    private static readonly TimeSpan LongestRun = TimeSpan.FromHours(3);

    /// <param name="number">Makes a checked option.</param>
    public static Command Build(Func<string, string, int, int, int, Option<int>> number, Option<string?> hostPath, Option<string> folder, TimeProvider clock)
    {
        var meters = number("--meters", "Meters with a history.", 20, 1, 10_000);
        var years = number("--years", "Years of readings every 15 minutes; above 0 the ratios must hold.", 0, 0, 15);
        var days = number("--days", "Days of readings, without --years.", 60, 1, 5_000);
        var rounds = number("--rounds", "Measurements of each figure; the median counts.", 3, 1, 100);
        var seconds = number("--seconds", "Seconds of live readings per measurement.", 5, 1, 600);
        var verify = new Option<bool>("--verify") { Description = "Have the host derive everything again in the end." };
        var keep = new Option<bool>("--keep") { Description = "Leave the data folders where they are, to look at them." };
        var reuse = new Option<string?>("--reuse") { Description = "Measure a kept folder again: everything but import and live readings." };
        var command = new Command("history", "Imports years of readings and measures the host beside one with the same meters and no history.")
        {
            meters, years, days, rounds, seconds, verify, keep, reuse, hostPath, folder,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new HistoryOptions(
                parsed.GetValue(meters), parsed.GetValue(years), parsed.GetValue(days), parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetValue(verify), parsed.GetValue(keep), parsed.GetValue(reuse),
                parsed.GetValue(hostPath), parsed.GetValue(folder)!),
            clock, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(HistoryOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(options.Reuse ?? Path.Combine(options.Folder, $"emulation-history-{Guid.NewGuid():N}")).FullName;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestRun);
        try
        {
            var result = await new HistoryRun(options, folder, clock).RunAsync(limit.Token);
            foreach (var line in HistoryTable.Lines(result).Concat(result.Problems.Select(static problem => $"FAILED: {problem}")))
            {
                await Console.Out.WriteLineAsync(line);
            }

            return result.Problems.Count == 0 ? 0 : Failed;
        }
        catch (Exception e) when (e is LoadFailedException or MqttRefusedException or TimeoutException or OperationCanceledException or SocketException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync($"The run failed: {e.Message}");
            return Failed;
        }
        finally
        {
            if (options.Keep || options.Reuse is not null)
            {
                await Console.Error.WriteLineAsync($"Kept: {folder}");
            }
            else
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}

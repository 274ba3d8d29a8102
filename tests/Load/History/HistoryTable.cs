using System.Globalization;

namespace EmulationPlatform.Load.History;

/// <summary>The result as a table that goes into a document as it is.</summary>
internal static class HistoryTable
{
    public static IEnumerable<string> Lines(HistoryResult result)
    {
        var options = result.Options;
        yield return Text($"{options.Meters} meters, {(options.Years > 0 ? Text($"{options.Years} years") : Text($"{options.Days} days"))} of readings every 15 minutes{(options.Reuse is null ? Text($": {result.Rows:N0} rows") : "")}; {Environment.ProcessorCount} processors; medians of {options.Rounds} rounds");
        if (options.Reuse is null)
        {
            yield return Text($"source import: {result.ImportSeconds:N0} s, {result.Rows / result.ImportSeconds:N0} readings/s; database {result.DatabaseBytes / 1_048_576d:N0} MiB, write-ahead log at most {result.LargestLogBytes / 1_048_576d:N0} MiB, resident at most {result.ImportPeakKilobytes / 1_024:N0} MiB");
        }

        if (result.Verified is { } verified)
        {
            yield return Text($"verify: {result.VerifySeconds:N0} s: {verified}");
        }

        yield return "";
        yield return "| What | Empty | With history | Times worse |";
        yield return "|---|---:|---:|---:|";
        foreach (var figure in result.Figures.Append(result.Restart))
        {
            yield return Text($"| {figure.Name} | {Number(figure.EmptyMedian)} {figure.Measure} | {Number(figure.HistoryMedian)} {figure.Measure} | {figure.Ratio:0.00} |");
        }
    }

    private static string Number(double value) => value >= 100 ? Text($"{value:N0}") : Text($"{value:0.0}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

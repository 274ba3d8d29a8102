namespace EmulationPlatform.Load.History;

/// <summary>What a run gave.</summary>
/// <param name="ImportSeconds">Of all calls of <c>source import</c> together.</param>
/// <param name="Verified">What <c>verify</c> said; null when it was not asked.</param>
internal sealed record HistoryResult(
    HistoryOptions Options, long Rows, double ImportSeconds, long DatabaseBytes, long LargestLogBytes, long ImportPeakKilobytes,
    IReadOnlyList<HistoryFigure> Figures, HistoryFigure Restart, string? Verified, double VerifySeconds)
{
    public IReadOnlyList<string> Problems =>
    [
        .. !Options.IsDemanding ? [] : Figures.Append(Restart).Where(figure => figure.Ratio > HistoryOptions.GreatestRatio)
            .Select(figure => FormattableString.Invariant($"{figure.Name} is {figure.Ratio:0.00} times worse with the history; allowed is {HistoryOptions.GreatestRatio}")),
        .. Options.IsDemanding && Restart.HistoryMedian > HistoryOptions.LongestRestart.TotalMilliseconds
            ? [FormattableString.Invariant($"a restart takes {Restart.HistoryMedian / 1_000:0.0} s; allowed are {HistoryOptions.LongestRestart.TotalSeconds} s")]
            : Array.Empty<string>(),
    ];
}

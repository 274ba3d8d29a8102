namespace EmulationPlatform.Load.History;

/// <summary>One thing that was measured on both installations, several times in turns.</summary>
/// <param name="MoreIsBetter">A rate; otherwise a time.</param>
internal sealed record HistoryFigure(string Name, string Measure, bool MoreIsBetter, IReadOnlyList<double> Empty, IReadOnlyList<double> WithHistory)
{
    public double EmptyMedian => Median(Empty);

    public double HistoryMedian => Median(WithHistory);

    /// <summary>How many times worse it is with the history.</summary>
    public double Ratio => MoreIsBetter ? EmptyMedian / HistoryMedian : HistoryMedian / EmptyMedian;

    private static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}

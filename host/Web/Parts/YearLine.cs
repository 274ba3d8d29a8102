namespace EmulationPlatform.Web.Parts;

/// <summary>This year's months beside the base year's.</summary>
/// <param name="Months">Always twelve, January first.</param>
public sealed record YearLine(string Measure, int Year, int? BaseYear, bool FlatBase, IReadOnlyList<YearLine.Month> Months)
{
    private const int MonthsOfYear = 12;

    /// <param name="Number">1 to 12.</param>
    /// <param name="Used">Null while nothing of the month is covered.</param>
    /// <param name="Base">Whole month of the base year; null when missing.</param>
    /// <param name="Covered">Part of the elapsed time that is covered; null before the month begins.</param>
    public sealed record Month(int Number, decimal? Used, decimal? Base, decimal? Covered, bool IsWhole, bool IsEstimated);

    /// <param name="baseline">The base year as recorded, for the months that have not begun.</param>
    public static YearLine? Of(MetricDetail metric, BaselineRecord? baseline)
    {
        if (metric.Facts.Months.Count == 0)
        {
            return null;
        }

        var begun = metric.Facts.Months.DistinctBy(month => month.Month.Month).ToDictionary(month => month.Month.Month);
        var months = Enumerable.Range(1, MonthsOfYear).Select(number =>
        {
            var inBase = baseline is { } record && number <= record.Months.Count ? record.Months[number - 1]?.ToDecimal() : null;
            return begun.TryGetValue(number, out var month)
                ? new Month(
                    number,
                    month.Covered > 0 ? month.Amount.ToDecimal() : null,
                    month.Baseline?.ToDecimal() ?? inBase,
                    month.Covered,
                    month.Elapsed >= month.Length,
                    month.Estimated > 0)
                : new Month(number, null, inBase, null, IsWhole: false, IsEstimated: false);
        });
        return new YearLine(
            metric.Metric.CounterMeasure, metric.Facts.Months[^1].Month.Year, metric.Facts.BaselineYear, metric.Facts.FlatBaseline, [.. months]);
    }
}

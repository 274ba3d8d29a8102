namespace EmulationPlatform.Metering.Tests;

internal sealed record FoldResult(CounterState State, IReadOnlyList<Interval> Intervals, IReadOnlyDictionary<Hour, HourCell> Cells)
{
    public decimal Total => Intervals.Sum(interval => interval.Amount.ToDecimal());
}

using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering.Tests;

/// <summary>The intervals that hold and their hours, kept step by step.</summary>
internal sealed class IntervalBook
{
    private readonly Dictionary<Interval, int> held = [];
    private readonly Dictionary<Hour, HourCell> cells = [];

    public IReadOnlyList<Interval> Intervals => [.. held.Where(known => known.Value != 0).Select(known => known.Key).OrderBy(known => known.Start).ThenBy(known => known.End)];

    public IReadOnlyDictionary<Hour, HourCell> Cells => cells.Where(cell => cell.Value != default).ToDictionary();

    /// <summary>Every interval is held once: none is missing, none is there twice.</summary>
    public bool IsSound => held.Values.All(count => count is 0 or 1);

    /// <summary>Books a step of a fold that goes forward, where only what is held can be taken back.</summary>
    public void Take(in FoldStep step)
    {
        foreach (var earlier in step.Earlier ?? [])
        {
            Take(earlier);
        }

        foreach (var retracted in new[] { step.Retracted, step.RetractedToo }.OfType<Interval>())
        {
            Assert.True(held.GetValueOrDefault(retracted) == 1, $"A retracted interval must be one that was emitted and still holds: {retracted}");
            Change(retracted, -1);
        }

        foreach (var interval in new[] { step.First, step.Second }.OfType<Interval>())
        {
            Assert.True(held.GetValueOrDefault(interval) == 0, $"An interval must not be emitted twice: {interval}");
            Change(interval, 1);
        }
    }

    /// <summary>Books a step, or takes one back, in any order: what counts is the end.</summary>
    public void Change(in FoldStep step, int times)
    {
        foreach (var earlier in step.Earlier ?? [])
        {
            Change(earlier, times);
        }

        foreach (var retracted in new[] { step.Retracted, step.RetractedToo }.OfType<Interval>())
        {
            Change(retracted, -times);
        }

        foreach (var interval in new[] { step.First, step.Second }.OfType<Interval>())
        {
            Change(interval, times);
        }
    }

    private void Change(Interval interval, int times)
    {
        held[interval] = held.GetValueOrDefault(interval) + times;
        foreach (var (hour, cell) in HourShares.Of(interval))
        {
            cells[hour] = cells.GetValueOrDefault(hour) + (times < 0 ? -cell : cell);
        }
    }
}

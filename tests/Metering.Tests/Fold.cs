using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering.Tests;

/// <summary>Folds readings as a ledger does: keeps what each step emits, takes back what it retracts.</summary>
internal static class Fold
{
    public static Instant Start { get; } = AgencyCalendar.Vietnam.ToInstant(new DateTime(2026, 7, 31, 8, 0, 0, DateTimeKind.Unspecified));

    public static MeterReading Reading(double minutes, decimal value) => new(Start.Plus(TimeSpan.FromMinutes(minutes)), RegisterValue.From(value));

    public static FoldResult Of(IEnumerable<MeterReading> readings, CounterSettings settings) => From(CounterState.Empty, readings, settings);

    public static FoldResult From(CounterState state, IEnumerable<MeterReading> readings, CounterSettings settings)
    {
        var intervals = new List<Interval>();
        var cells = new Dictionary<Hour, HourCell>();
        foreach (var reading in readings)
        {
            var step = CounterFold.Step(state, reading, settings);
            if (step.Retracted is { } retracted)
            {
                Assert.True(intervals.Remove(retracted), "A retracted interval must be one that was emitted and still holds.");
                Add(cells, retracted, takeBack: true);
            }

            foreach (var interval in new[] { step.First, step.Second }.OfType<Interval>())
            {
                intervals.Add(interval);
                Add(cells, interval, takeBack: false);
            }

            state = step.State;
        }

        return new(state, intervals, cells.Where(cell => cell.Value != default).ToDictionary());
    }

    /// <summary>Hours of intervals that are final, computed anew.</summary>
    public static Dictionary<Hour, HourCell> Cells(IEnumerable<Interval> intervals)
    {
        var cells = new Dictionary<Hour, HourCell>();
        foreach (var interval in intervals)
        {
            Add(cells, interval, takeBack: false);
        }

        return cells.Where(cell => cell.Value != default).ToDictionary();
    }

    private static void Add(Dictionary<Hour, HourCell> cells, Interval interval, bool takeBack)
    {
        foreach (var (hour, cell) in HourShares.Of(interval))
        {
            cells[hour] = cells.GetValueOrDefault(hour) + (takeBack ? -cell : cell);
        }
    }
}

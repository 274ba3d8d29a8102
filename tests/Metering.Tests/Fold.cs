using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering.Tests;

/// <summary>Folds readings as a ledger does: keeps what each step emits, takes back what it retracts.</summary>
internal static class Fold
{
    public static Instant Start { get; } = AgencyCalendar.Vietnam.ToInstant(new DateTime(2026, 7, 31, 8, 0, 0, DateTimeKind.Unspecified));

    public static MeterReading Reading(double minutes, decimal value) => new(Start.Plus(TimeSpan.FromMinutes(minutes)), RegisterValue.From(value));

    public static FoldResult Of(IEnumerable<MeterReading> readings, SourceRules rules) => From(CounterState.Empty, readings, rules);

    public static FoldResult From(CounterState state, IEnumerable<MeterReading> readings, SourceRules rules)
    {
        var book = new IntervalBook();
        foreach (var reading in readings)
        {
            var step = SourceFold.Step(state, reading, rules);
            book.Take(step);
            state = step.State;
        }

        return new(state, book.Intervals, book.Cells);
    }

    /// <summary>Hours of intervals that are final, computed anew.</summary>
    public static IReadOnlyDictionary<Hour, HourCell> Cells(IEnumerable<Interval> intervals)
    {
        var book = new IntervalBook();
        foreach (var interval in intervals)
        {
            book.Take(new FoldStep(CounterState.Empty, null, interval, null));
        }

        return book.Cells;
    }
}

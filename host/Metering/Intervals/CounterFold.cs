using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>
/// Turns readings of a counter, in order of time, into intervals: one step per reading, no memory beside
/// <see cref="CounterState"/>. The result for a set of readings is that of folding them from the first to the last.
/// </summary>
public static class CounterFold
{
    private static readonly TimeSpan LongestExactInterval = TimeSpan.FromHours(1);

    /// <param name="reading">Later than every reading folded before.</param>
    public static FoldStep Step(CounterState state, MeterReading reading, CounterSettings settings) => state switch
    {
        { Reference: null } => new(new CounterState(reading, null), null, null, null),
        { Reference: { } reference, Suspect: null } => FromSettled(reference, reading, settings),
        { Reference: { } reference, Suspect: { } suspect } => FromSuspect(reference, suspect, reading, settings),
    };

    private static FoldStep FromSettled(MeterReading reference, MeterReading reading, CounterSettings settings)
    {
        return reading.Value >= reference.Value
            ? new(new CounterState(reading, null), null, Grown(reference, reading, settings, IntervalMarks.Measured), null)
            : new(new CounterState(reference, reading), null, Unexplained(reference, reading), null);
    }

    private static FoldStep FromSuspect(MeterReading reference, MeterReading suspect, MeterReading reading, CounterSettings settings)
    {
        var retracted = Unexplained(reference, suspect);
        if (reading.Value >= reference.Value)
        {
            return new(new CounterState(reading, null), retracted, Grown(reference, reading, settings, IntervalMarks.Dip), null);
        }

        if (reading.Value > suspect.Value)
        {
            var restarted = Sized(new(reference.At, suspect.At, SinceZero(suspect.Value, settings), IntervalMarks.ResetAssumed));
            return new(new CounterState(reading, null), retracted, restarted, Grown(suspect, reading, settings, IntervalMarks.Measured));
        }

        // Standing still after the fall says nothing yet; falling further moves the question to the lower reading.
        var stillSuspect = reading.Value == suspect.Value ? suspect : reading;
        return new(new CounterState(reference, stillSuspect), retracted, Unexplained(reference, stillSuspect), null);
    }

    /// <summary>What a register counted since it started again; one that shows less than zero has not said so yet.</summary>
    private static Amount SinceZero(RegisterValue value, CounterSettings settings) =>
        value > default(RegisterValue) ? settings.Between(default, value) : Amount.Zero;

    private static Interval Grown(MeterReading from, MeterReading to, CounterSettings settings, IntervalMarks marks) =>
        Sized(new(from.At, to.At, settings.Between(from.Value, to.Value), marks));

    private static Interval Unexplained(MeterReading reference, MeterReading suspect) =>
        Sized(new(reference.At, suspect.At, Amount.Zero, IntervalMarks.Suspect));

    private static Interval Sized(Interval interval) =>
        interval.End - interval.Start > LongestExactInterval ? interval with { Marks = interval.Marks | IntervalMarks.Estimated } : interval;
}

using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>
/// Was the last rise wrong rather than the fall after it? It was when the register comes back to the line it was on before.
/// </summary>
internal static class Spikes
{
    /// <summary>A rise this many times faster than the one before it, and taken back at once, was none.</summary>
    private const int OutOfLine = 4;

    /// <summary>A fall to within this part of the value before the rise is hardly a restart: that could have ended anywhere.</summary>
    private const int Beside = 10;

    /// <summary>The reading lies between the last two values, so that passing over the higher one leaves a line that only grows.</summary>
    public static bool IsBackOnLine(in CounterState state, MeterReading reading) =>
        state is { Before: { } before } && CounterFold.IsPlainGrowth(state.LastMarks) && reading.Value >= before.Value;

    /// <summary>
    /// Back on the line, and the rise was out of all proportion to the one before it. A register that shows 0 again has rather
    /// started again, as daily counters do.
    /// </summary>
    public static bool IsEvident(in CounterState state, MeterReading reading) =>
        IsBackOnLine(state, reading)
        && reading.Value.Nano != 0
        && state is { Reference: { } reference, Before: { } before, Earlier: { } earlier }
        && earlier.Value <= before.Value
        && !Line.IsAtMost(OutOfLine, Line.Growth(before, reference), Line.Growth(earlier, before));

    /// <summary>Back on the line, about where the rise began.</summary>
    public static bool IsBesideLine(in CounterState state, MeterReading low) =>
        IsBackOnLine(state, low) && state.Before is { } before && low.Value.Nano > 0 && low.Value.Nano - before.Value.Nano <= low.Value.Nano / Beside;

    /// <summary>Fell to about where the rise began, and the growth since then is out of all proportion to that rise.</summary>
    public static bool IsConfirmed(in CounterState state, MeterReading low, MeterReading reading) =>
        IsBesideLine(state, low)
        && state is { Reference: { } reference, Before: { } before }
        && !Line.IsAtMost(OutOfLine, Line.Growth(before, reference), Line.Growth(before, reading));

    /// <summary>Takes the rise back and counts from the reading before it.</summary>
    public static FoldStep PassOver(in CounterState state, MeterReading reading, SourceRules rules)
    {
        var (reference, before) = (state.Reference!.Value, state.Before!.Value);
        var interval = CounterFold.Grown(before, reading, state.Earlier?.At, IntervalMarks.Spike, rules);
        return new(CounterFold.Turned(reading, before, state.Earlier, interval.Marks), Rise(state, before, reference, rules), interval, null);
    }

    /// <summary>The interval of the last rise, as it was booked.</summary>
    public static Interval Rise(in CounterState state, MeterReading before, MeterReading reference, SourceRules rules) =>
        new(before.At, reference.At, rules.Between(before, reference), state.LastMarks);
}

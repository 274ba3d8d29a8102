using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>The step of a counter by its readings alone (design §4, interval rules 1 to 5).</summary>
internal static class CounterFold
{
    private const long LongestExact = Hour.Milliseconds;
    private const long LongestUndecided = 31 * 24 * Hour.Milliseconds;
    private const long ShortestGap = 24 * Hour.Milliseconds;
    private const int UsualPauses = 4;

    public static FoldStep Step(in CounterState state, MeterReading reading, SourceRules rules)
    {
        if (state.Reference is not { } reference)
        {
            return new(new CounterState(reading, null, null, IntervalMarks.Measured, null, 0), null, null, null);
        }

        if (state.Open is { } open)
        {
            return open.IsHigh ? OpenFold.AfterRise(state, open.Reading, reading, rules) : OpenFold.AfterFall(state, open.Reading, reading, rules);
        }

        return reading.Value >= reference.Value ? Rise(state, reading, rules) : Fall(state, reading, rules);
    }

    /// <summary>The state when a reading follows the line, whatever it says.</summary>
    public static CounterState Follow(in CounterState state, MeterReading reading, SourceRules rules) => state.Reference is { } reference
        ? new(reading, reference, state.Before, Grown(reference, reading, state.Before?.At, IntervalMarks.Measured, rules).Marks, null, Math.Max(0, state.Settling - 1))
        : new(reading, null, null, IntervalMarks.Measured, null, 0);

    /// <summary>What is booked, for the time being, up to the open reading; null when nothing is open.</summary>
    public static Interval? Provisional(in CounterState state, SourceRules rules)
    {
        if (state is not { Open: { } open, Reference: { } reference })
        {
            return null;
        }

        if (open.IsHigh)
        {
            return new(reference.At, open.Reading.At, Amount.Zero, IntervalMarks.Impossible);
        }

        return Restarts.IsPlausible(state, open.Reading, rules) && !Spikes.IsBesideLine(state, open.Reading)
            ? new(reference.At, open.Reading.At, Restarts.SinceZero(reference, open.Reading, rules), IntervalMarks.Suspect | IntervalMarks.ResetAssumed)
            : new(reference.At, open.Reading.At, Amount.Zero, IntervalMarks.Suspect);
    }

    public static Interval Grown(MeterReading from, MeterReading to, Instant? before, IntervalMarks marks, SourceRules rules) =>
        Sized(new(from.At, to.At, rules.Between(from, to), marks), before);

    /// <param name="before">The reading before the interval, whose pause is the usual one.</param>
    public static Interval Sized(Interval interval, Instant? before)
    {
        var length = interval.End.UnixMilliseconds - interval.Start.UnixMilliseconds;
        if (length <= LongestExact)
        {
            return interval;
        }

        var marks = interval.Marks | IntervalMarks.Estimated;
        if (length > ShortestGap && before is { } earlier && length > UsualPauses * (interval.Start.UnixMilliseconds - earlier.UnixMilliseconds))
        {
            marks |= IntervalMarks.Gap;
        }

        var decided = (marks & (IntervalMarks.Accepted | IntervalMarks.Outage | IntervalMarks.Dismissed)) != IntervalMarks.Measured;
        return interval with { Marks = length > LongestUndecided && !decided ? marks | IntervalMarks.LongGap : marks };
    }

    /// <summary>A step that ends with an open reading.</summary>
    public static FoldStep LeftOpen(in CounterState state, MeterReading reading, bool isHigh, Interval? retracted, SourceRules rules)
    {
        var next = state with { Open = new OpenReading(reading, isHigh), Settling = CounterState.SettlingTime, Left = null };
        return new(next, retracted, Provisional(next, rules), null);
    }

    /// <summary>The interval that led to the reference is plain growth, so that a later reading may speak against it.</summary>
    public static bool IsPlainGrowth(IntervalMarks marks) => (marks & ~(IntervalMarks.Estimated | IntervalMarks.Gap | IntervalMarks.LongGap)) == IntervalMarks.Measured;

    /// <summary>A fall below the reference, with nothing open.</summary>
    public static FoldStep Fall(in CounterState state, MeterReading reading, SourceRules rules)
    {
        if (Returns.Step(state, reading, rules) is { } returned)
        {
            return returned;
        }

        var reference = state.Reference!.Value;
        if (Rollovers.Amount(state, reading, rules) is { } amount)
        {
            var wrap = Sized(new(reference.At, reading.At, amount, IntervalMarks.Rollover), state.Before?.At);
            return new(Turned(reading, reference, null, wrap.Marks), null, wrap, null);
        }

        if (rules.IsJitter(reference.Value, reading.Value))
        {
            var still = Sized(new(reference.At, reading.At, Amount.Zero, IntervalMarks.Jitter), state.Before?.At);
            return new(state with { Reference = new(reading.At, reference.Value), LastMarks = still.Marks, Settling = CounterState.SettlingTime, Shown = reading.Value }, null, still, null);
        }

        return Spikes.IsEvident(state, reading) ? Spikes.PassOver(state, reading, rules) : LeftOpen(state, reading, isHigh: false, null, rules);
    }

    /// <summary>State after something unusual.</summary>
    public static CounterState Turned(MeterReading reading, MeterReading before, MeterReading? earlier, IntervalMarks marks) =>
        new(reading, before, earlier, marks, null, CounterState.SettlingTime);

    private static FoldStep Rise(in CounterState state, MeterReading reading, SourceRules rules)
    {
        if (Rollovers.TakenBack(state, reading, rules) is { } taken)
        {
            return taken;
        }

        var reference = state.Reference!.Value;
        var grown = Grown(reference, reading, state.Before?.At, IntervalMarks.Measured, rules);
        if (rules.IsImpossible(grown.Amount, reading.At.UnixMilliseconds - reference.At.UnixMilliseconds))
        {
            return LeftOpen(state, reading, isHigh: true, null, rules);
        }

        var left = Returns.Still(state, reading);
        var settling = left is null ? Math.Max(0, state.Settling - 1) : CounterState.SettlingTime;
        return Recovery(state, reading) is { } recovered
            ? Recovered(state, recovered, reading, settling, left, rules)
            : new(new(reading, reference, state.Before, grown.Marks, null, settling) { Left = left }, null, grown, null);
    }

    /// <summary>
    /// When a register that had flickered was back at its high-water mark, from which it counts again. A pause of more than an hour
    /// is an estimate as a whole and is not taken apart.
    /// </summary>
    private static MeterReading? Recovery(in CounterState state, MeterReading reading) =>
        state is { Shown: { } shown, Reference: { } reference } && reading.Value > reference.Value
        && reading.At.UnixMilliseconds - reference.At.UnixMilliseconds <= LongestExact
        && Line.Passing(reference with { Value = shown }, reading, reference.Value) is var passing && passing.At > reference.At
            ? passing
            : null;

    private static FoldStep Recovered(in CounterState state, MeterReading recovered, MeterReading reading, int settling, LeftLine? left, SourceRules rules)
    {
        var still = new Interval(state.Reference!.Value.At, recovered.At, Amount.Zero, IntervalMarks.Jitter);
        var grown = new Interval(recovered.At, reading.At, rules.Between(recovered, reading), IntervalMarks.Measured);
        return new(new(reading, recovered, state.Before, grown.Marks, null, settling) { Left = left }, null, still, grown);
    }
}

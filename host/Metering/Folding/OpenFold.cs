using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>The step of a counter whose last reading did not fit: this one may say why.</summary>
internal static class OpenFold
{
    /// <summary>The register had fallen.</summary>
    public static FoldStep AfterFall(in CounterState state, MeterReading low, MeterReading reading, SourceRules rules)
    {
        var reference = state.Reference!.Value;
        if (reading.Value >= reference.Value)
        {
            return Returned(state, low, reading, rules);
        }

        var open = CounterFold.Provisional(state, rules);
        if (Rollovers.Amount(state, reading, rules) is not null || rules.IsJitter(reference.Value, reading.Value))
        {
            return CounterFold.Fall(state with { Open = null }, reading, rules) with { Retracted = open };
        }

        if (reading.Value < low.Value)
        {
            return CounterFold.LeftOpen(state, reading, isHigh: false, open, rules);
        }

        var restart = Restarts.IsPlausible(state, low, rules) && Restarts.GoesOnPlausibly(state, low, reading, rules);
        if (Spikes.IsBackOnLine(state, low) && (!restart || Spikes.IsConfirmed(state, low, reading)))
        {
            return BackOnLine(state, low, reading, open, rules);
        }

        if (reading.Value == low.Value)
        {
            // Standing still after the fall says nothing yet.
            return new(state, null, null, null);
        }

        return Restarts.CanGoOn(state, low, reading, rules)
            ? Restarted(state, low, reading, open, rules)
            : CounterFold.LeftOpen(state, reading, isHigh: false, open, rules);
    }

    /// <summary>The register had risen faster than the source can count.</summary>
    public static FoldStep AfterRise(in CounterState state, MeterReading high, MeterReading reading, SourceRules rules)
    {
        var reference = state.Reference!.Value;
        var open = CounterFold.Provisional(state, rules);
        if (reading.Value < reference.Value)
        {
            var fall = CounterFold.Fall(state with { Open = null }, reading, rules);
            return fall with { Retracted = open, RetractedToo = fall.Retracted };
        }

        var grown = CounterFold.Grown(reference, reading, state.Before?.At, IntervalMarks.Spike, rules);
        if (!rules.IsImpossible(grown.Amount, reading.At.UnixMilliseconds - reference.At.UnixMilliseconds))
        {
            return new(CounterFold.Turned(reading, reference, state.Before, grown.Marks), open, grown, null);
        }

        if (reading.Value >= high.Value && !rules.IsImpossible(rules.Between(high, reading), reading.At.UnixMilliseconds - high.At.UnixMilliseconds))
        {
            // Two readings agree on the new height: the rise stays open for a person, the growth after it counts.
            var after = CounterFold.Grown(high, reading, null, IntervalMarks.Measured, rules);
            return new(CounterFold.Turned(reading, high, null, after.Marks) with { Left = new(reference, high) }, null, after, null);
        }

        return CounterFold.LeftOpen(state, reading, isHigh: true, open, rules);
    }

    /// <summary>Back at or above the old line: a dip, unless a restart fits the rate before just as well.</summary>
    private static FoldStep Returned(in CounterState state, MeterReading low, MeterReading reading, SourceRules rules)
    {
        var reference = state.Reference!.Value;
        var open = CounterFold.Provisional(state, rules);
        if (reading.Value > reference.Value && Restarts.IsPlausible(state, low, rules) && Restarts.GoesOnPlausibly(state, low, reading, rules))
        {
            return Restarted(state, low, reading, open, rules);
        }

        var grown = CounterFold.Grown(reference, reading, state.Before?.At, IntervalMarks.Dip, rules);
        return rules.IsImpossible(grown.Amount, reading.At.UnixMilliseconds - reference.At.UnixMilliseconds)
            ? CounterFold.LeftOpen(state, reading, isHigh: true, open, rules)
            : new(CounterFold.Turned(reading, reference, state.Before, grown.Marks), open, grown, null);
    }

    private static FoldStep Restarted(in CounterState state, MeterReading low, MeterReading reading, Interval? open, SourceRules rules)
    {
        var restart = Restarts.Interval(state, low, reading, rules);
        var after = CounterFold.Grown(low, reading, null, IntervalMarks.Measured, rules);
        var zero = state.Reference!.Value with { Value = default };
        return new(CounterFold.Turned(reading, low, zero, after.Marks), open, restart, after);
    }

    /// <summary>Two readings in a row on the line before the last rise: the rise was the wrong one.</summary>
    private static FoldStep BackOnLine(in CounterState state, MeterReading low, MeterReading reading, Interval? open, SourceRules rules)
    {
        var passed = Spikes.PassOver(state with { Open = null }, low, rules);
        var after = CounterFold.Grown(low, reading, null, IntervalMarks.Measured, rules);
        return new(CounterFold.Turned(reading, low, state.Before, after.Marks), open, passed.First, after) { RetractedToo = passed.Retracted };
    }
}

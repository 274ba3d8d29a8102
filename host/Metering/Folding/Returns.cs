using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>A spike of several readings: the register comes back to the line it had left (design §4, interval rule 4).</summary>
internal static class Returns
{
    /// <summary>The line that was left, while the register may still come back to it.</summary>
    public static LeftLine? Still(in CounterState state, MeterReading reading) =>
        state.Left is { } left && reading.At.UnixMilliseconds - left.High.At.UnixMilliseconds <= LeftLine.LongestMilliseconds ? left : null;

    /// <summary>
    /// Counts what the register has counted since it left its line; what was counted on the wrong height is taken off. Null when the
    /// reading does not lie on that line.
    /// </summary>
    public static FoldStep? Step(in CounterState state, MeterReading reading, SourceRules rules)
    {
        if (Still(state, reading) is not { From: var from, High: var high } || reading.Value < from.Value || reading.Value >= high.Value)
        {
            return null;
        }

        var reference = state.Reference!.Value;
        var grown = rules.Between(from, reading);
        if (rules.IsImpossible(grown, reading.At.UnixMilliseconds - from.At.UnixMilliseconds))
        {
            return null;
        }

        var rest = grown - rules.Between(high, reference);
        var back = new Interval(reference.At, reading.At, rest > Amount.Zero ? rest : Amount.Zero, IntervalMarks.Spike);
        var rise = new Interval(from.At, high.At, Amount.Zero, IntervalMarks.Impossible);
        return new(CounterFold.Turned(reading, from, null, IntervalMarks.Spike), rise, rise with { Marks = IntervalMarks.Spike }, CounterFold.Sized(back, null));
    }
}

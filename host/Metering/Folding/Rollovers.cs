using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>Did the register go past its end?</summary>
internal static class Rollovers
{
    /// <summary>Without a greatest rate to go by, a wrap is believed when it counts at most this part of the register …</summary>
    private const int WrapShare = 10;

    /// <summary>… and not more than so many times the rate before: a register near its end can also show a wrong zero.</summary>
    private const int OtherLife = 100;

    /// <summary>What a register of known width counted when it went past its end; null when it cannot have.</summary>
    public static Amount? Amount(in CounterState state, MeterReading reading, SourceRules rules)
    {
        var reference = state.Reference!.Value;
        if (reading.Value.Nano < 0 || Begin(reference, rules) is not { } begin || begin.Value.Nano > 0)
        {
            return null;
        }

        var amount = rules.Between(begin, reading);
        var believable = rules.MaxRatePerHour is null
            ? IsUsual(state, begin, reading, rules)
            : !rules.IsImpossible(amount, reading.At.UnixMilliseconds - begin.At.UnixMilliseconds);
        return believable ? amount : null;
    }

    /// <summary>
    /// The register is at least where it was before it seemed to go past its end: it never did. Null when that is not so.
    /// </summary>
    public static FoldStep? TakenBack(in CounterState state, MeterReading reading, SourceRules rules)
    {
        if (!state.LastMarks.HasFlag(IntervalMarks.Rollover) || state is not { Reference: { } low, Before: { } top } || reading.Value < top.Value || Begin(top, rules) is not { } begin)
        {
            return null;
        }

        var grown = CounterFold.Grown(top, reading, null, IntervalMarks.Dip, rules);
        return rules.IsImpossible(grown.Amount, reading.At.UnixMilliseconds - top.At.UnixMilliseconds)
            ? null
            : new(CounterFold.Turned(reading, top, null, grown.Marks), new Interval(top.At, low.At, rules.Between(begin, low), state.LastMarks), grown, null);
    }

    /// <summary>The reading before the wrap as a value below zero; null when that cannot be held.</summary>
    private static MeterReading? Begin(MeterReading top, SourceRules rules) =>
        rules.RegisterWidth is { } width && RegisterValue.TryFrom(top.Value.ToDecimal() - width, out var value) && rules.Holds(value) ? top with { Value = value } : null;

    private static bool IsUsual(in CounterState state, MeterReading begin, MeterReading reading, SourceRules rules) =>
        reading.Value.ToDecimal() - begin.Value.ToDecimal() <= rules.RegisterWidth / WrapShare
        && (state is not { Reference: { } reference, Before: { } before } || before.Value >= reference.Value
            || Line.IsAtMost(OtherLife, Line.Growth(begin, reading), Line.Growth(before, reference)));
}

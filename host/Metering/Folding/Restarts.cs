using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>
/// Could the register have started again from zero? Judged by the rate just before the fall: what it shows now was counted in
/// the time since.
/// </summary>
internal static class Restarts
{
    /// <summary>Use changes within a day; four times the rate before is still the same life.</summary>
    private const int SameLife = 4;

    /// <summary>Beyond a hundred times the rate before, the register was not counted up from zero but set or exchanged.</summary>
    private const int OtherLife = 100;

    /// <summary>The rate before is known and what the register shows fits it.</summary>
    public static bool IsPlausible(in CounterState state, MeterReading low, SourceRules rules) =>
        rules.RestartsAtZero && low.Value.Nano >= 0 && state is { Reference: { } reference, Before: { } before }
        && Line.IsAtMost(SameLife, Line.Growth(reference with { Value = default }, low), Line.Growth(before, reference))
        && !rules.IsImpossible(SinceZero(reference, low, rules), Milliseconds(reference, low));

    /// <summary>The growth after the fall fits the rate before it.</summary>
    public static bool GoesOnPlausibly(in CounterState state, MeterReading low, MeterReading reading, SourceRules rules) =>
        state is { Reference: { } reference, Before: { } before }
        && Line.IsAtMost(SameLife, Line.Growth(low, reading), Line.Growth(before, reference))
        && !rules.IsImpossible(rules.Between(low, reading), Milliseconds(low, reading));

    /// <summary>Nothing speaks against the growth after the fall.</summary>
    public static bool CanGoOn(in CounterState state, MeterReading low, MeterReading reading, SourceRules rules) =>
        !rules.IsImpossible(rules.Between(low, reading), Milliseconds(low, reading))
        && (state is not { Reference: { } reference, Before: { } before } || before.Value >= reference.Value
            || Line.IsAtMost(OtherLife, Line.Growth(low, reading), Line.Growth(before, reference)));

    /// <summary>What a register counted since it started again; one that shows less than zero has counted nothing yet.</summary>
    public static Amount SinceZero(MeterReading reference, MeterReading low, SourceRules rules) =>
        low.Value.Nano > 0 ? rules.Between(reference with { Value = default }, low) : Amount.Zero;

    /// <summary>The interval of the fall, once the register has gone on below it.</summary>
    public static Interval Interval(in CounterState state, MeterReading low, MeterReading reading, SourceRules rules)
    {
        var reference = state.Reference!.Value;
        var amount = SinceZero(reference, low, rules);
        var counted = rules.RestartsAtZero && !rules.IsImpossible(amount, Milliseconds(reference, low))
            && Line.IsAtMost(OtherLife, Line.Growth(reference with { Value = default }, low), Rate(state, low, reading));
        return counted
            ? CounterFold.Sized(new(reference.At, low.At, amount, IntervalMarks.ResetAssumed), state.Before?.At)
            : new(reference.At, low.At, Amount.Zero, IntervalMarks.ResetAssumed | IntervalMarks.Unknown);
    }

    /// <summary>The rate before the fall; when it stood still there or nothing is known, the rate after it.</summary>
    private static (Int128 Nano, long Milliseconds) Rate(in CounterState state, MeterReading low, MeterReading reading) =>
        state is { Reference: { } reference, Before: { } before } && before.Value < reference.Value ? Line.Growth(before, reference) : Line.Growth(low, reading);

    private static long Milliseconds(MeterReading from, MeterReading to) => to.At.UnixMilliseconds - from.At.UnixMilliseconds;
}

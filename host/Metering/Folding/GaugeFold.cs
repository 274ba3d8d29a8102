using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>Integrates momentary values by trapezoid. Values further apart than the source's limit say nothing about the time between.</summary>
internal static class GaugeFold
{
    public static FoldStep Step(in CounterState state, MeterReading reading, SourceRules rules)
    {
        var next = new CounterState(reading, state.Reference, state.Before, IntervalMarks.Measured, null, 0);
        return state.Reference is { } last && reading.At - last.At <= rules.LongestGaugePause
            ? new(next, null, new Interval(last.At, reading.At, Area(last, reading, rules), IntervalMarks.Measured), null)
            : new(next, null, null, null);
    }

    /// <summary>A value below zero flows the other way and is not this source's.</summary>
    private static Amount Area(MeterReading from, MeterReading to, SourceRules rules)
    {
        var factor = rules.Events.FactorAt(from.At) ?? rules.Factor;
        var mean = (Math.Max(0, from.Value.ToDecimal()) + Math.Max(0, to.Value.ToDecimal())) / 2;
        return Amount.From(mean * factor * (to.At.UnixMilliseconds - from.At.UnixMilliseconds) / Hour.Milliseconds);
    }
}

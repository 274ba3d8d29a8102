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

    /// <summary>
    /// A value below zero flows the other way and is not this source's. The area is the difference of two rounded positions
    /// within the hour, so that rounding does not add up when a steady value comes every second.
    /// </summary>
    private static Amount Area(MeterReading from, MeterReading to, SourceRules rules)
    {
        var factor = rules.Events.FactorAt(from.At) ?? rules.Factor;
        var mean = (Math.Max(0, from.Value.ToDecimal()) + Math.Max(0, to.Value.ToDecimal())) / 2;
        var hour = Hour.Of(from.At).Start;
        return Amount.From(mean * factor * HoursSince(hour, to.At)) - Amount.From(mean * factor * HoursSince(hour, from.At));
    }

    private static decimal HoursSince(Instant hour, Instant at) => (decimal)(at.UnixMilliseconds - hour.UnixMilliseconds) / Hour.Milliseconds;
}

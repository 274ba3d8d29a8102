using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>Arithmetic on the straight line between two readings.</summary>
internal static class Line
{
    /// <summary>What the register would have shown at a moment between two readings.</summary>
    public static MeterReading At(MeterReading from, MeterReading to, Instant at)
    {
        var length = to.At.UnixMilliseconds - from.At.UnixMilliseconds;
        var part = at.UnixMilliseconds - from.At.UnixMilliseconds;
        return new(at, new RegisterValue(from.Value.Nano + (long)(((Int128)to.Value.Nano - from.Value.Nano) * part / length)));
    }

    /// <summary>When the line passes a value between those of two readings, to the millisecond before.</summary>
    public static MeterReading Passing(MeterReading from, MeterReading to, RegisterValue value)
    {
        var length = to.At.UnixMilliseconds - from.At.UnixMilliseconds;
        var part = (Int128)length * (value.Nano - from.Value.Nano) / ((Int128)to.Value.Nano - from.Value.Nano);
        return new(new Instant(from.At.UnixMilliseconds + (long)part), value);
    }

    /// <summary>One growth is at most <paramref name="times"/> as fast as another; not when the other does not grow.</summary>
    public static bool IsAtMost(int times, (Int128 Nano, long Milliseconds) growth, (Int128 Nano, long Milliseconds) other) =>
        other.Nano > 0 && growth.Nano * other.Milliseconds <= times * other.Nano * growth.Milliseconds;

    public static (Int128 Nano, long Milliseconds) Growth(MeterReading from, MeterReading to) =>
        ((Int128)to.Value.Nano - from.Value.Nano, to.At.UnixMilliseconds - from.At.UnixMilliseconds);
}

using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>A clock hour, counted from 1970-01-01T00:00Z. Hours of a zone with a whole-hour offset are the same hours.</summary>
public readonly record struct Hour(long Index) : IComparable<Hour>
{
    public const long Milliseconds = 3_600_000;

    public static Hour Of(Instant instant) => new(FloorDivide(instant.UnixMilliseconds, Milliseconds));

    public Instant Start => new(Index * Milliseconds);

    public Instant End => new((Index + 1) * Milliseconds);

    public int CompareTo(Hour other) => Index.CompareTo(other.Index);

    public static bool operator <(Hour left, Hour right) => left.Index < right.Index;

    public static bool operator >(Hour left, Hour right) => left.Index > right.Index;

    public static bool operator <=(Hour left, Hour right) => left.Index <= right.Index;

    public static bool operator >=(Hour left, Hour right) => left.Index >= right.Index;

    private static long FloorDivide(long value, long divisor)
    {
        var quotient = value / divisor;
        return value % divisor < 0 ? quotient - 1 : quotient;
    }
}

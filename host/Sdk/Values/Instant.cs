namespace EmulationPlatform.Sdk;

/// <summary>
/// A moment on the time line, in whole milliseconds since 1970-01-01T00:00:00Z. Meters report seconds at best, and a
/// millisecond keeps the identity (source, at) of a reading free of rounding differences.
/// </summary>
public readonly record struct Instant(long UnixMilliseconds) : IComparable<Instant>
{
    public static Instant From(DateTimeOffset time) => new(time.ToUnixTimeMilliseconds());

    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.FromUnixTimeMilliseconds(UnixMilliseconds);

    public Instant Plus(TimeSpan span) => new(UnixMilliseconds + (long)span.TotalMilliseconds);

    public int CompareTo(Instant other) => UnixMilliseconds.CompareTo(other.UnixMilliseconds);

    public static bool operator <(Instant left, Instant right) => left.UnixMilliseconds < right.UnixMilliseconds;

    public static bool operator >(Instant left, Instant right) => left.UnixMilliseconds > right.UnixMilliseconds;

    public static bool operator <=(Instant left, Instant right) => left.UnixMilliseconds <= right.UnixMilliseconds;

    public static bool operator >=(Instant left, Instant right) => left.UnixMilliseconds >= right.UnixMilliseconds;

    public static TimeSpan operator -(Instant left, Instant right) => TimeSpan.FromMilliseconds(left.UnixMilliseconds - right.UnixMilliseconds);

    public override string ToString() => ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}

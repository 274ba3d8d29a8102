namespace EmulationPlatform.Sdk;

/// <summary>
/// Calendar arithmetic in the agency's time zone. The zone must keep whole-hour offsets without daylight saving
/// (Asia/Ho_Chi_Minh, +07:00), so that a clock hour is always one hour of the time line and days are whole hours.
/// </summary>
public sealed class AgencyCalendar
{
    public const string DefaultZone = "Asia/Ho_Chi_Minh";

    private readonly long offsetMilliseconds;

    /// <exception cref="ArgumentException">The zone has daylight saving or an offset that is not a whole number of hours.</exception>
    public AgencyCalendar(TimeZoneInfo zone)
    {
        if (zone.SupportsDaylightSavingTime && zone.GetAdjustmentRules().Any(rule => rule.DateEnd.Year >= 2015 && rule.DaylightDelta != TimeSpan.Zero))
        {
            throw new ArgumentException($"Zone {zone.Id} has daylight saving; choose a zone without it, such as {DefaultZone}.", nameof(zone));
        }

        var offset = zone.BaseUtcOffset;
        if (offset.Ticks % TimeSpan.TicksPerHour != 0)
        {
            throw new ArgumentException($"Zone {zone.Id} is {offset} from UTC; whole hours are needed, such as {DefaultZone}.", nameof(zone));
        }

        Zone = zone;
        Offset = offset;
        offsetMilliseconds = (long)offset.TotalMilliseconds;
    }

    public static AgencyCalendar Vietnam { get; } = new(TimeZoneInfo.FindSystemTimeZoneById(DefaultZone));

    public TimeZoneInfo Zone { get; }

    public TimeSpan Offset { get; }

    public DateTimeOffset ToLocal(Instant instant) => instant.ToDateTimeOffset().ToOffset(Offset);

    /// <summary>The instant at which the wall clock of the agency shows <paramref name="wallClock"/>.</summary>
    public Instant ToInstant(DateTime wallClock) => Instant.From(new DateTimeOffset(DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified), Offset));

    public YearMonth MonthOf(Instant instant)
    {
        var local = ToLocal(instant);
        return new YearMonth(local.Year, local.Month);
    }

    public Instant StartOf(YearMonth month) => ToInstant(new DateTime(month.Year, month.Month, 1, 0, 0, 0, DateTimeKind.Unspecified));

    /// <summary>Start of a day of the agency's calendar.</summary>
    public Instant StartOf(DateOnly day) => ToInstant(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>Day of the agency's calendar in which a moment lies.</summary>
    public DateOnly DayOf(Instant instant) => DateOnly.FromDateTime(ToLocal(instant).DateTime);

    public Period YearOf(Instant instant)
    {
        var year = ToLocal(instant).Year;
        return Year(year);
    }

    public Period Year(int year) => new(
        year.ToString(System.Globalization.CultureInfo.InvariantCulture),
        StartOf(new YearMonth(year, 1)),
        StartOf(new YearMonth(year + 1, 1)));

    /// <summary>Start of the agency's calendar day that contains <paramref name="instant"/>.</summary>
    public Instant StartOfDay(Instant instant)
    {
        const long day = 86_400_000;
        var local = instant.UnixMilliseconds + offsetMilliseconds;
        return new Instant((local - Modulo(local, day)) - offsetMilliseconds);
    }

    private static long Modulo(long value, long divisor) => ((value % divisor) + divisor) % divisor;
}

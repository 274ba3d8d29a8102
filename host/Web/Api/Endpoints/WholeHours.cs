namespace EmulationPlatform.Web.Api.Endpoints;

/// <summary>Consumption is kept in clock hours; the agency's zone is whole hours from UTC, so they are the same hours.</summary>
internal static class WholeHours
{
    private const long Hour = 3_600_000;

    public static Instant Down(Instant instant) => new(Floor(instant.UnixMilliseconds));

    public static Instant Up(Instant instant) => new(-Floor(-instant.UnixMilliseconds));

    private static long Floor(long milliseconds) => milliseconds - (((milliseconds % Hour) + Hour) % Hour);
}

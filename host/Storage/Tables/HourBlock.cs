using EmulationPlatform.Metering;

namespace EmulationPlatform.Storage.Tables;

/// <summary>The days by which hours are summed on disk: 24 hours from 17:00 UTC, midnight in Vietnam.</summary>
internal static class HourBlock
{
    private const long HoursPerDay = 24;
    private const long HoursBeforeUtc = 7;

    public static long Of(Hour hour)
    {
        var (day, rest) = Math.DivRem(hour.Index + HoursBeforeUtc, HoursPerDay);
        return rest < 0 ? day - 1 : day;
    }

    /// <summary>The first day that begins at the hour or later.</summary>
    public static long From(Hour hour) => Start(Of(hour)) == hour ? Of(hour) : Of(hour) + 1;

    public static Hour Start(long day) => new((day * HoursPerDay) - HoursBeforeUtc);
}

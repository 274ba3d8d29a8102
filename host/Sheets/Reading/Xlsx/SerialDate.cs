using System.Globalization;

namespace EmulationPlatform.Sheets;

/// <summary>
/// Dates as workbooks store them: days since the end of 1899, the time of day as a fraction. The 1900 system counts a 29 February 1900 that
/// never was (number 60); the 1904 system begins four years and a day later.
/// </summary>
internal static class SerialDate
{
    private const double DaysOf1904 = 1_462;
    private const double FirstDayOf2200 = 109_575;
    private static readonly DateTime Zero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <param name="withClock">Midnight is written too.</param>
    /// <returns>ISO text to the millisecond; <see langword="null"/> when the number is no date.</returns>
    public static string? ToIso(double serial, bool from1904, bool withClock)
    {
        if (withClock && serial is >= 0 and < 1)
        {
            return TimeOfDay(Moment(serial));
        }

        var days = from1904 ? serial + DaysOf1904 : serial;
        if (!(days >= 1 && days < FirstDayOf2200) || (!from1904 && days is >= 60 and < 61))
        {
            return null;
        }

        var moment = Moment(!from1904 && days < 60 ? days + 1 : days);
        var date = moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return withClock || moment.TimeOfDay != TimeSpan.Zero ? $"{date}T{TimeOfDay(moment)}" : date;
    }

    /// <returns><see langword="null"/> before March 1900, where the numbers of spreadsheet programs differ.</returns>
    public static double? Of(DateTime moment) =>
        moment >= new DateTime(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified) ? (moment - Zero).TotalDays : null;

    private static DateTime Moment(double days) => Zero.AddMilliseconds(Math.Round(days * 86_400_000));

    private static string TimeOfDay(DateTime moment) =>
        moment.ToString(moment.Millisecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fff", CultureInfo.InvariantCulture);
}

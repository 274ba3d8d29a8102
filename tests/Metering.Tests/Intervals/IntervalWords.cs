using System.Globalization;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering.Tests.Intervals;

/// <summary>Readings and intervals in short words, for tables.</summary>
internal static class IntervalWords
{
    public static List<MeterReading> Readings(string values, double minutesApart) =>
        [.. values.Split(' ').Select((value, index) => Fold.Reading(index * minutesApart, Number(value)))];

    /// <summary>Blanks separate plain amounts; a bar separates amounts with marks.</summary>
    public static IEnumerable<string> Expected(string intervals) =>
        intervals.Any(char.IsLetter)
            ? intervals.Split('|').Select(interval => interval.Contains(' ', StringComparison.Ordinal) ? interval : interval + " Measured")
            : intervals.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(amount => amount + " Measured");

    public static string Words(Interval interval) =>
        string.Create(CultureInfo.InvariantCulture, $"{interval.Amount.ToDecimal()} {interval.Marks}");

    public static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}

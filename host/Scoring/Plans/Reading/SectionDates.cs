using System.Globalization;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>Days and years of a block.</summary>
internal static class SectionDates
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    // A year without 29 February: a day that comes every year must be in each of them.
    private const string CommonYear = "2001-";

    public static DateOnly? Date(this PlanSection section, string key, string example)
    {
        if (section.Word(key, example) is not { } word)
        {
            return null;
        }

        if (Parsed(word.Text) is { } date)
        {
            return date;
        }

        section.Problems.Error(word.At, $"'{word.Text}' is no date; write year-month-day, for example '{key}: {example}'.");
        return null;
    }

    public static DateOnly? DateIfAny(this PlanSection section, string key, string example) => section.Has(key) ? section.Date(key, example) : null;

    public static (int Month, int Day)? DayOfYear(this PlanSection section, string key, string example)
    {
        if (section.Word(key, example) is not { } word)
        {
            return null;
        }

        if (Parsed(CommonYear + word.Text) is { } date)
        {
            return (date.Month, date.Day);
        }

        section.Problems.Error(word.At, $"'{word.Text}' is no day of every year; write month-day, for example '{key}: {example}'.");
        return null;
    }

    public static int? Year(this PlanSection section, string key, string example) => section.WholeNumber(key, FirstYear, LastYear, example);

    public static int? YearIfAny(this PlanSection section, string key, string example) => section.Has(key) ? section.Year(key, example) : null;

    public static bool IsYear(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear;

    private static DateOnly? Parsed(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}

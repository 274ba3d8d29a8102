using System.Globalization;

namespace EmulationPlatform.Web.Http;

/// <summary>Times as people and programs write them in requests: ISO 8601 with an offset, or a plain date.</summary>
internal static class TimeText
{
    public const string Expected = "a time with its offset, such as 2026-07-31T14:05:00+07:00, or a date such as 2026-07-31";

    private static readonly string[] TimeFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mmK",
    ];

    /// <param name="problem">What to write instead; null on success.</param>
    public static bool TryParseTime(string text, out Instant instant, out string? problem)
    {
        instant = default;
        if (!EndsWithOffset(text))
        {
            problem = HasClock(text)
                ? $"'{Short(text)}' has no offset: add an offset, such as +07:00 or Z."
                : $"'{Short(text)}' is not a time: write {Expected}.";
            return false;
        }

        if (DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            instant = Instant.From(time);
            problem = null;
            return true;
        }

        problem = $"'{Short(text)}' is not a time: write {Expected}.";
        return false;
    }

    /// <summary>A plain date means the start of that day in the agency's zone.</summary>
    public static bool TryParseTimeOrDate(string text, AgencyCalendar calendar, out Instant instant, out string? problem)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            instant = calendar.StartOf(date);
            problem = null;
            return true;
        }

        return TryParseTime(text, out instant, out problem);
    }

    /// <summary>In an address a plus sign that was not escaped arrives as a blank: <c>…00 07:00</c>.</summary>
    public static string MendPlus(string text) =>
        text.Length > 6 && text[^6] == ' ' && text[^3] == ':' ? string.Concat(text.AsSpan(0, text.Length - 6), "+", text.AsSpan(text.Length - 5)) : text;

    private static bool HasClock(string text) =>
        DateTime.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool EndsWithOffset(string text) =>
        text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');

    private static string Short(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
}

using System.Globalization;

namespace EmulationPlatform.Web.Parts.Fields;

/// <summary>Values in the form that fields of a browser understand.</summary>
internal static class FieldText
{
    public static string? Number(decimal? value) => value?.ToString("0.#########", CultureInfo.InvariantCulture);

    /// <summary>To the minute, on the wall clock of the agency.</summary>
    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Exact(Instant at) => at.UnixMilliseconds.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using EmulationPlatform.Sheets;
using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Pages.Forms;

/// <summary>
/// Reads what a page's form sends, strictly: numbers in the form of the page's language (1.234,5 or 1234.5), times and days as they
/// send them from theirs, in the agency's zone. The first thing wrong is kept.
/// </summary>
internal sealed class FormReader(IFormCollection form, AgencyCalendar calendar)
{
    public const int MostReason = 500;

    /// <summary>Ends the name of the field that says how the number beside it is written.</summary>
    public const string NumbersSuffix = ".numbers";

    /// <summary>1.234,5, as on Vietnamese pages; without a word on it a number is written 1234.5.</summary>
    public const string VietnameseNumbers = "vi";

    public string? WrongField { get; private set; }

    public LocalizedText? Problem { get; private set; }

    public bool IsFine => Problem is null;

    public AgencyCalendar Calendar => calendar;

    public string Raw(string field) => form[field].ToString().Trim();

    public bool Has(string field) => Raw(field).Length > 0;

    /// <summary>What is carried back to the page: all but the token of the form and files.</summary>
    public IReadOnlyDictionary<string, string> Values => form
        .Where(value => !value.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(value => value.Key, value => value.Value.ToString());

    public void Wrong(string field, LocalizedText problem)
    {
        WrongField ??= field;
        Problem ??= problem;
    }

    public void Wrong(string field, string key) => Wrong(field, Both(key));

    /// <summary>Why somebody does something; never empty.</summary>
    public string Reason(string field = "reason") => Text(field, MostReason, "Form.NeedsReason");

    /// <param name="needs">Key of the sentence when it is empty; null when it may be.</param>
    public string Text(string field, int most, string? needs)
    {
        var text = Raw(field);
        if (text.Length == 0 && needs is not null)
        {
            Wrong(field, needs);
        }
        else if (text.Length > most || text.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t')))
        {
            Wrong(field, "Form.TooLong");
        }

        return text;
    }

    /// <returns>Null when the field is empty or wrong; the latter is noted.</returns>
    public decimal? Number(string field)
    {
        if (!Has(field))
        {
            return null;
        }

        if (NumberText.TryParse(Raw(field), FormOf(Raw(field + NumbersSuffix)), out var value))
        {
            return value;
        }

        Wrong(field, "Form.NotANumber");
        return null;
    }

    /// <param name="said">Value of the field with <see cref="NumbersSuffix"/>.</param>
    public static NumberForm FormOf(string? said) => said == VietnameseNumbers ? NumberForm.Vietnamese : NumberForm.Invariant;

    /// <summary>What a register shows, or an amount: never below 0.</summary>
    public decimal NeedNumber(string field)
    {
        if (!Has(field))
        {
            Wrong(field, "Form.NeedsNumber");
        }

        var number = Number(field) ?? 0m;
        if (number < 0m)
        {
            Wrong(field, "Form.Negative");
        }

        return number;
    }

    public Instant? Time(string field)
    {
        if (!Has(field))
        {
            return null;
        }

        if (DateTime.TryParseExact(
            Raw(field), ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return calendar.ToInstant(time);
        }

        Wrong(field, "Form.NotATime");
        return null;
    }

    public Instant NeedTime(string field)
    {
        if (!Has(field))
        {
            Wrong(field, "Form.NotATime");
        }

        return Time(field) ?? default;
    }

    public DateOnly? Day(string field)
    {
        if (!Has(field))
        {
            return null;
        }

        if (DateOnly.TryParseExact(Raw(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Wrong(field, "Form.NotADay");
        return null;
    }

    /// <summary>A moment that a page of ours wrote into its form, to the millisecond.</summary>
    public Instant? Exact(string field)
    {
        if (!Has(field))
        {
            return null;
        }

        if (long.TryParse(Raw(field), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return new Instant(milliseconds);
        }

        Wrong(field, "Form.NotATime");
        return null;
    }

    /// <summary>One of a closed set of words, by name.</summary>
    public T? Choice<T>(string field)
        where T : struct, Enum
    {
        var name = Raw(field);
        if (Enum.GetNames<T>().Contains(name, StringComparer.Ordinal))
        {
            return Enum.Parse<T>(name);
        }

        Wrong(field, "Form.NotAChoice");
        return null;
    }

    public static LocalizedText Both(string key) => new(Words.Vietnamese[key], Words.English[key]);
}

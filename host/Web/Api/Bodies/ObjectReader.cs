using System.Globalization;
using System.Text.Json;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>Takes values out of a JSON object; what does not fit is noted with the field's name.</summary>
internal sealed class ObjectReader
{
    private readonly JsonElement json;
    private readonly string prefix;
    private readonly FieldErrors errors;

    /// <param name="path">Where the object stands in the body; empty for the body itself.</param>
    /// <param name="known">Every name that may occur.</param>
    public ObjectReader(JsonElement json, string path, FieldErrors errors, params ReadOnlySpan<string> known)
    {
        this.json = json;
        this.errors = errors;
        prefix = path.Length == 0 ? "" : path + ".";
        IsObject = json.ValueKind == JsonValueKind.Object;
        if (!IsObject)
        {
            errors.Add(path.Length == 0 ? JsonBody.Field : path, $"Write a JSON object with {string.Join(", ", known)}.");
            return;
        }

        foreach (var property in json.EnumerateObject())
        {
            if (!known.Contains(property.Name))
            {
                errors.Add(prefix + property.Name, $"This is not known here; what can be set is {string.Join(", ", known)}.");
            }
        }
    }

    public bool IsObject { get; }

    /// <summary>The member, also when it is null; <see langword="null"/> when it is not there.</summary>
    public JsonElement? Member(string name) => IsObject && json.TryGetProperty(name, out var value) ? value : null;

    public bool Has(string name) => Member(name) is { ValueKind: not JsonValueKind.Null };

    /// <returns>Null when absent, null in JSON, or wrong (then an error is noted).</returns>
    public string? Text(string name, int most = 200)
    {
        if (!Has(name))
        {
            return null;
        }

        var value = Member(name)!.Value;
        if (value.ValueKind != JsonValueKind.String)
        {
            Wrong(name, "Write a text in quotation marks.");
            return null;
        }

        var text = value.GetString()!.Trim();
        if (text.Length <= most && !text.Any(char.IsControl))
        {
            return text;
        }

        Wrong(name, string.Create(CultureInfo.InvariantCulture, $"Write one line of at most {most} characters."));
        return null;
    }

    /// <param name="least">Smallest value allowed.</param>
    public decimal? Number(string name, decimal least, bool orEqual)
    {
        if (!Has(name))
        {
            return null;
        }

        if (!TryNumber(Member(name)!.Value, out var number))
        {
            Wrong(name, "Write a JSON number with a decimal point and without quotation marks, such as 12.5.");
            return null;
        }

        if (number > least || (orEqual && number == least))
        {
            return number;
        }

        Wrong(name, string.Create(CultureInfo.InvariantCulture, $"{number} is too small: write a number {(orEqual ? "from" : "above")} {least}{(orEqual ? " up" : "")}."));
        return null;
    }

    public T? Word<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (Camel(value.ToString()) == text)
            {
                return value;
            }
        }

        Wrong(name, $"'{text}' is not one of {string.Join(", ", Enum.GetNames<T>().Select(Camel))}.");
        return null;
    }

    public Instant? Time(string name, AgencyCalendar calendar)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (TimeText.TryParseTimeOrDate(text, calendar, out var instant, out var problem))
        {
            return instant;
        }

        Wrong(name, problem!);
        return null;
    }

    /// <summary>A day as 2026-07-31; noted as an error when it is missing.</summary>
    public DateOnly? Day(string name)
    {
        var text = Text(name);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        if (text is not null || !Has(name))
        {
            Wrong(name, "Write a day such as 2026-07-31.");
        }

        return null;
    }

    /// <summary>A text that may not be missing or empty.</summary>
    /// <param name="what">What to write, as the rest of the sentence.</param>
    /// <returns>Empty when an error is noted.</returns>
    public string Needed(string name, string what, int most = 500)
    {
        var text = Text(name, most);
        if (text is null or "" && !(text is null && Has(name)))
        {
            Wrong(name, $"Write {what}.");
        }

        return text ?? "";
    }

    /// <summary>A moment that may not be missing.</summary>
    public Instant NeededTime(string name, AgencyCalendar calendar)
    {
        if (!Has(name))
        {
            Wrong(name, $"Write {TimeText.Expected}.");
        }

        return Time(name, calendar) ?? default;
    }

    /// <summary>A number of a register, which may not be missing.</summary>
    public decimal NeededNumber(string name, decimal least, bool orEqual)
    {
        if (!Has(name))
        {
            Wrong(name, "Write a JSON number with a decimal point, such as 12.5.");
        }

        return Number(name, least, orEqual) ?? 0m;
    }

    public void Wrong(string name, string message) => errors.Add(prefix + name, message);

    /// <summary>A JSON number that a decimal holds; texts are never numbers here.</summary>
    public static bool TryNumber(JsonElement value, out decimal number)
    {
        number = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out number) && Math.Abs(number) <= 1_000_000_000_000m;
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}

using System.Globalization;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints;

/// <summary>Takes values out of the query; what does not fit is noted with the parameter's name.</summary>
internal sealed class QueryReader(IQueryCollection query, AgencyCalendar calendar, FieldErrors errors)
{
    public string? Text(string name) => query.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 } text ? text : null;

    /// <summary>Names a parameter that is not known, so that a misspelt one is not taken for absent.</summary>
    public QueryReader Only(params ReadOnlySpan<string> known)
    {
        foreach (var name in query.Keys)
        {
            // Pages pass the language along in every address.
            if (!known.Contains(name) && name != "lang")
            {
                errors.Add(name, $"This is not known here; the parameters are {string.Join(", ", known)}.");
            }
        }

        return this;
    }

    public Instant? Time(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (TimeText.TryParseTimeOrDate(TimeText.MendPlus(text), calendar, out var instant, out var problem))
        {
            return instant;
        }

        errors.Add(name, problem!);
        return null;
    }

    public bool? Flag(string name)
    {
        switch (Text(name))
        {
            case null:
                return null;
            case "true" or "1":
                return true;
            case "false" or "0":
                return false;
            default:
                errors.Add(name, "Write true or false.");
                return null;
        }
    }

    /// <returns>Null when absent or wrong; then an error is noted.</returns>
    public decimal? Decimal(string name)
    {
        if (decimal.TryParse(Text(name), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        errors.Add(name, "Write a number with a decimal point, such as 0.95.");
        return null;
    }

    public long Whole(string name, long least, long most, long otherwise)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        errors.Add(name, string.Create(CultureInfo.InvariantCulture, $"Write a whole number from {least} to {most}."));
        return otherwise;
    }

    public Granularity Per(string name, Granularity otherwise)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        foreach (var value in Enum.GetValues<Granularity>())
        {
            if (value.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        errors.Add(name, "Write one of hour, day, month, year, total.");
        return otherwise;
    }

    /// <summary>Start included, end excluded; an empty or backward range is an error.</summary>
    public (Instant From, Instant To) Range(Instant from, Instant to)
    {
        var (start, end) = (Time("from") ?? from, Time("to") ?? to);
        if (end <= start && !errors.Any)
        {
            errors.Add("to", "It must be after from; the start belongs to the range, the end does not.");
        }

        return (start, end);
    }
}

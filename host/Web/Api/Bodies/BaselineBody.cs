using System.Globalization;
using System.Text.Json;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>Body of <c>PUT /api/v1/units/{unit}/baselines/{metric}</c>: twelve months, or the year's total.</summary>
internal static class BaselineBody
{
    private const int MonthsOfYear = 12;
    private const int FirstYear = 2000;

    // Twelve of them still fit the fixed-point amount many times over.
    private const decimal GreatestAmount = 100_000_000_000m;

    public static BaselineRecord? Parse(string unit, string metric, JsonElement json, int thisYear, FieldErrors errors)
    {
        var body = new ObjectReader(json, "", errors, "year", "months", "total", "reference", "reason");
        if (!body.IsObject)
        {
            return null;
        }

        body.Text("reason", 500);
        var year = Year(body, thisYear);
        var reference = Reference(body);
        if (body.Has("months") == body.Has("total"))
        {
            errors.Add("months", "Write either months (12 numbers, null where one is missing) or total (the whole year), not both.");
            return null;
        }

        var flat = body.Has("total");
        var months = flat ? Shares(body) : Months(body.Member("months")!.Value, errors);
        return errors.Any || months is null ? null : new BaselineRecord(unit, metric, year, months, flat ? BaselineOrigin.Total : BaselineOrigin.Months, reference);
    }

    /// <returns>The reason in a body that was parsed; null without one.</returns>
    public static string? Reason(JsonElement json) => json.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String ? reason.GetString()!.Trim() : null;

    private static int Year(ObjectReader body, int thisYear)
    {
        if (body.Number("year", FirstYear, orEqual: true) is { } year && year <= thisYear && decimal.IsInteger(year))
        {
            return (int)year;
        }

        body.Wrong("year", string.Create(CultureInfo.InvariantCulture, $"Write the base year as a whole number from {FirstYear} to {thisYear}."));
        return 0;
    }

    /// <summary>A base year without its papers could not be checked by anybody later.</summary>
    private static string Reference(ObjectReader body)
    {
        var reference = body.Text("reference", 500);
        if (reference is { Length: > 0 })
        {
            return reference;
        }

        if (reference is not null || !body.Has("reference"))
        {
            body.Wrong("reference", "Write where the amounts come from: number and date of the bills or of the report.");
        }

        return "";
    }

    private static List<Amount?>? Shares(ObjectReader body)
    {
        if (body.Number("total", 0, orEqual: false) is not { } total)
        {
            return null;
        }

        if (total > GreatestAmount)
        {
            body.Wrong("total", TooLarge);
            return null;
        }

        if (Amount.From(total).Micro < MonthsOfYear)
        {
            body.Wrong("total", "This is too small to be shared over twelve months; check the measure.");
            return null;
        }

        return [.. BaselineRecord.EqualMonths(Amount.From(total))];
    }

    private static List<Amount?>? Months(JsonElement json, FieldErrors errors)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() != MonthsOfYear)
        {
            errors.Add("months", "Write a list of 12 numbers, January first, with null for a month that is missing.");
            return null;
        }

        var months = new List<Amount?>();
        foreach (var (index, item) in json.EnumerateArray().Index())
        {
            months.Add(Month(string.Create(CultureInfo.InvariantCulture, $"months[{index}]"), item, errors));
        }

        if (months.TrueForAll(month => month is null) && !errors.Any)
        {
            errors.Add("months", "All months are missing; write at least one.");
        }

        return months;
    }

    private static Amount? Month(string field, JsonElement item, FieldErrors errors)
    {
        if (item.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (!ObjectReader.TryNumber(item, out var number) || Amount.From(Math.Clamp(number, 0, GreatestAmount)).Micro == 0)
        {
            errors.Add(field, "Write a number above 0 with a decimal point, such as 812.5, or null when the month is missing; nothing can be compared with a base of 0.");
            return null;
        }

        if (number > GreatestAmount)
        {
            errors.Add(field, TooLarge);
            return null;
        }

        return Amount.From(number);
    }

    private const string TooLarge = "This is too large; check the measure.";
}

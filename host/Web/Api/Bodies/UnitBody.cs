using System.Globalization;
using System.Text.Json;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>
/// Body of <c>PUT /api/v1/units/{unit}</c>. What is left out stays as it is. The name may be one text or one per language; a
/// bare number for headcount or area holds from 1 January of this year.
/// </summary>
internal static class UnitBody
{
    private const int LongestId = 64;

    public static UnitRecord? Parse(string unit, JsonElement json, UnitRecord? present, int thisYear, FieldErrors errors)
    {
        if (!IsId(unit))
        {
            errors.Add("unit", "Write small letters a-z, digits and hyphens, at most 64, such as van-phong.");
        }

        var body = new ObjectReader(json, "", errors, "name", "group", "headcount", "area");
        var name = Name(body, present, errors);
        var group = Group(body) ?? present?.Group ?? "";
        var headcount = Dated(body, "headcount", thisYear, errors) ?? present?.Headcount ?? [];
        var area = Dated(body, "area", thisYear, errors) ?? present?.AreaSquareMetres ?? [];
        return errors.Any || name is null ? null : new UnitRecord(unit, name, group, headcount, area);
    }

    internal static bool IsId(string text) =>
        text.Length is > 0 and <= LongestId && text[0] != '-' && text[^1] != '-' && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static LocalizedText? Name(ObjectReader body, UnitRecord? present, FieldErrors errors)
    {
        if (!body.Has("name"))
        {
            if (present is null)
            {
                errors.Add("name", "A new unit needs a name: write a text, or {\"vi\": …, \"en\": …}.");
            }

            return present?.Name;
        }

        var value = body.Member("name")!.Value;
        if (value.ValueKind == JsonValueKind.String)
        {
            return NotEmpty(body.Text("name")) is { } one ? new LocalizedText(one, one) : Empty("name", errors);
        }

        var both = new ObjectReader(value, "name", errors, "vi", "en");
        var vi = NotEmpty(both.Text("vi"));
        return vi is null ? Empty("name.vi", errors) : new LocalizedText(vi, NotEmpty(both.Text("en")) ?? vi);
    }

    private static string? NotEmpty(string? text) => text is { Length: > 0 } ? text : null;

    private static LocalizedText? Empty(string field, FieldErrors errors)
    {
        errors.Add(field, "Write the name in Vietnamese.");
        return null;
    }

    // A plan chosen later brings its own groups, so an unknown one is no error here; the board shows it under its own id.
    private static string? Group(ObjectReader body)
    {
        var group = body.Text("group", LongestId);
        if (group is null or "" || group.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            return group;
        }

        body.Wrong("group", "Write the group's id from the plan: letters, digits, hyphens.");
        return null;
    }

    private static List<DatedNumber>? Dated(ObjectReader body, string name, int thisYear, FieldErrors errors)
    {
        if (!body.Has(name))
        {
            return null;
        }

        var value = body.Member(name)!.Value;
        if (value.ValueKind != JsonValueKind.Array)
        {
            return body.Number(name, 0, orEqual: true) is { } number ? [new DatedNumber(new DateOnly(thisYear, 1, 1), number)] : null;
        }

        var dated = new List<DatedNumber>();
        foreach (var (index, item) in value.EnumerateArray().Index())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]");
            if (One(new ObjectReader(item, path, errors, "from", "value")) is { } one)
            {
                dated.Add(one);
            }
        }

        if (dated.DistinctBy(number => number.From).Count() != dated.Count)
        {
            errors.Add(name, "Two numbers begin on the same day; keep one of them.");
        }

        return [.. dated.OrderBy(number => number.From)];
    }

    private static DatedNumber? One(ObjectReader item)
    {
        if (!item.IsObject)
        {
            return null;
        }

        var number = item.Number("value", 0, orEqual: true);
        if (number is null && !item.Has("value"))
        {
            item.Wrong("value", "Write a number.");
        }

        var text = item.Text("from") ?? "";
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
        {
            item.Wrong("from", "Write the first day it holds, such as 2026-01-01.");
            return null;
        }

        return number is { } value ? new DatedNumber(from, value) : null;
    }
}

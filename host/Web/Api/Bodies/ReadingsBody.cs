using System.Globalization;
using System.Text.Json;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>
/// Body of <c>POST /api/v1/readings</c>. A reading that cannot be used is handed on with its problem, so that it is kept in
/// quarantine and the others are stored; only a body that is no list at all is refused whole.
/// </summary>
internal static class ReadingsBody
{
    private const string Shape = "Write a list of {\"source\": …, \"at\": …, \"value\": …}.";

    public static IReadOnlyList<PostedReading>? Parse(ReadOnlyMemory<byte> body, FieldErrors errors)
    {
        // Some programs write NaN and Infinity bare, which is not JSON; one such value must not cost the others.
        if (JsonBody.Parse(BareNumbers.Quoted(body), errors) is not { } json)
        {
            return null;
        }

        if (json.ValueKind == JsonValueKind.Object)
        {
            return [One(json)];
        }

        if (json.ValueKind != JsonValueKind.Array)
        {
            errors.Add(JsonBody.Field, Shape);
            return null;
        }

        return [.. json.EnumerateArray().Select(One)];
    }

    private static PostedReading One(JsonElement json)
    {
        var errors = new FieldErrors();
        var item = new ObjectReader(json, "", errors, "source", "at", "value");
        if (!item.IsObject)
        {
            return new PostedReading("", null, null, Shape);
        }

        var source = item.Text("source");
        if (source is null or "")
        {
            errors.Add("source", "It is missing; write the id of a source from GET /api/v1/sources.");
        }

        var at = At(item);
        var value = Value(item);
        return new PostedReading(source ?? "", at, value, errors.Any ? Sentence(errors) : null);
    }

    private static Instant? At(ObjectReader item)
    {
        if (item.Text("at") is not { } text)
        {
            if (!item.Has("at"))
            {
                item.Wrong("at", $"It is missing; write {TimeText.Expected.Split(", or", 2)[0]}.");
            }

            return null;
        }

        if (TimeText.TryParseTime(text, out var instant, out var problem))
        {
            return instant;
        }

        item.Wrong("at", problem!);
        return null;
    }

    private static decimal? Value(ObjectReader item)
    {
        if (!item.Has("value"))
        {
            item.Wrong("value", "It is missing; write a number.");
            return null;
        }

        var json = item.Member("value")!.Value;
        if (!ObjectReader.TryNumber(json, out var number))
        {
            var raw = json.GetRawText();
            var shown = raw.Length <= 40 ? raw : raw[..40] + "…";
            item.Wrong("value", json.ValueKind == JsonValueKind.Number
                ? string.Create(CultureInfo.InvariantCulture, $"{shown} is out of range.")
                : $"{shown} is not a number; write digits with a decimal point and without quotation marks, such as 12.5.");
            return null;
        }

        return number;
    }

    private static string Sentence(FieldErrors errors) =>
        string.Join(" ", errors.ToDictionary().Select(field => $"{field.Key}: {string.Join(" ", field.Value)}"));
}

using System.Globalization;
using System.Text.Json;

namespace EmulationPlatform.Units.Verifying;

/// <summary>In which properties two JSON objects differ.</summary>
internal static class JsonDifference
{
    private const string Nothing = "nothing";

    /// <param name="optional">Properties, of the objects or of those in their lists, that are compared only when both sides have them.</param>
    public static List<(string Name, string Stored, string Told)> Of(JsonElement stored, JsonElement told, ReadOnlySpan<string> optional)
    {
        if (stored.ValueKind != JsonValueKind.Object || told.ValueKind != JsonValueKind.Object)
        {
            return Text(stored, told, optional) == Text(told, stored, optional) ? [] : [("value", Text(stored, told, optional), Text(told, stored, optional))];
        }

        var found = new List<(string Name, string Stored, string Told)>();
        foreach (var name in Names(stored).Union(Names(told)))
        {
            var (isStored, isTold) = (stored.TryGetProperty(name, out var left), told.TryGetProperty(name, out var right));
            if (optional.Contains(name) && isStored != isTold)
            {
                continue;
            }

            var (kept, said) = (isStored ? Text(left, right, optional) : Nothing, isTold ? Text(right, left, optional) : Nothing);
            if (kept != said)
            {
                found.Add((name, kept, said));
            }
        }

        return found;
    }

    private static List<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    /// <summary>The same text for the same meaning: 1.0 is 1, and objects of a list stand in any order.</summary>
    private static string Text(JsonElement element, JsonElement other, ReadOnlySpan<string> optional)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Number:
                return Number(element);
            case JsonValueKind.Array:
                var parts = new List<string>();
                var model = other.ValueKind == JsonValueKind.Array && other.GetArrayLength() > 0 ? other[0] : default;
                foreach (var part in element.EnumerateArray())
                {
                    parts.Add(Text(part, model, optional));
                }

                // Months have their order; what is an object says itself what it is about.
                return $"[{string.Join(", ", element.GetArrayLength() > 0 && element[0].ValueKind == JsonValueKind.Object ? parts.Order(StringComparer.Ordinal) : parts)}]";
            case JsonValueKind.Object:
                var properties = new List<string>();
                foreach (var property in element.EnumerateObject())
                {
                    if (!optional.Contains(property.Name) || (other.ValueKind == JsonValueKind.Object && other.TryGetProperty(property.Name, out _)))
                    {
                        properties.Add($"{property.Name} {Text(property.Value, default, optional)}");
                    }
                }

                return $"({string.Join(", ", properties.Order(StringComparer.Ordinal))})";
            case JsonValueKind.Undefined:
                return Nothing;
            default:
                return element.ToString() is { Length: > 0 } text ? text : "''";
        }
    }

    private static string Number(JsonElement element) =>
        element.TryGetDecimal(out var number) ? number.ToString("0.############################", CultureInfo.InvariantCulture) : element.GetRawText();
}

using System.Globalization;
using System.Text.Json;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>Reads a body as JSON, strictly, and says where it breaks.</summary>
internal static class JsonBody
{
    public const string Field = "body";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    public static async Task<JsonElement?> ReadAsync(HttpRequest request, FieldErrors errors, CancellationToken cancellationToken) =>
        Parse(await BytesAsync(request, cancellationToken), errors);

    public static async Task<byte[]> BytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }

    public static JsonElement? Parse(ReadOnlyMemory<byte> json, FieldErrors errors)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            errors.Add(Field, Where(e, json));
            return null;
        }
    }

    private static string Where(JsonException e, ReadOnlyMemory<byte> json)
    {
        if (json.Length == 0)
        {
            return "The body is empty; send JSON.";
        }

        if (e.LineNumber is not { } line)
        {
            return "This is not JSON that can be read: a name stands twice in one object, or it is nested too deeply.";
        }

        return string.Create(CultureInfo.InvariantCulture, $"This is not JSON: it breaks at line {line + 1}, byte {(e.BytePositionInLine ?? 0) + 1}.");
    }
}

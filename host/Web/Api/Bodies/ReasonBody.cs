using System.Text.Json;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>Body of acts that need nothing but a reason.</summary>
internal static class ReasonBody
{
    private const int MostReason = 500;

    /// <param name="what">What to write, as the rest of the sentence.</param>
    public static string? Parse(JsonElement json, string what, FieldErrors errors)
    {
        var body = new ObjectReader(json, "", errors, "reason");
        var reason = body.IsObject ? body.Needed("reason", what) : null;
        return errors.Any ? null : reason;
    }

    /// <summary>Empty without a body, or when it gives no reason.</summary>
    /// <returns>Null when the body is wrong.</returns>
    public static async Task<string?> OptionalAsync(HttpRequest request, FieldErrors errors, CancellationToken cancellationToken)
    {
        var bytes = await JsonBody.BytesAsync(request, cancellationToken);
        if (bytes.Length == 0)
        {
            return "";
        }

        var reason = JsonBody.Parse(bytes, errors) is { } json ? new ObjectReader(json, "", errors, "reason").Text("reason", MostReason) : null;
        return errors.Any ? null : reason ?? "";
    }
}

using System.Text.Json;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>Body of <c>PUT /api/v1/sources/{source}</c> that sets what a virtual source adds up, and nothing else.</summary>
internal static class SourceTermsBody
{
    public static bool IsMeant(JsonElement json) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty("terms", out _);

    public static (IReadOnlyList<KeyValuePair<string, decimal>> Terms, string Reason)? Parse(JsonElement json, FieldErrors errors)
    {
        var body = new ObjectReader(json, "", errors, "terms", "reason");
        var wanted = (TermsBody.Parse(body, errors), body.Needed("reason", "why it adds up others now"));
        return errors.Any ? null : wanted;
    }
}

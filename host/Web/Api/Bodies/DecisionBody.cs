using System.Text.Json;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>Body of <c>POST /api/v1/baselines/{version}/decision</c>.</summary>
internal static class DecisionBody
{
    public static (bool Approved, string Reason)? Parse(JsonElement json, FieldErrors errors)
    {
        var body = new ObjectReader(json, "", errors, "approved", "reason");
        if (!body.IsObject)
        {
            return null;
        }

        var approved = body.Member("approved")?.ValueKind;
        if (approved is not (JsonValueKind.True or JsonValueKind.False))
        {
            body.Wrong("approved", "Write true or false.");
        }

        var decision = (approved == JsonValueKind.True, body.Needed("reason", "why"));
        return errors.Any ? null : decision;
    }
}

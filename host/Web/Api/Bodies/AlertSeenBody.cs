using System.Text.Json;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>Body of <c>POST /api/v1/alerts/acknowledge</c>.</summary>
internal static class AlertSeenBody
{
    public static (string Source, AlertKind Kind, string Reason)? Parse(JsonElement json, FieldErrors errors)
    {
        var body = new ObjectReader(json, "", errors, "source", "kind", "reason");
        if (!body.IsObject)
        {
            return null;
        }

        if (!body.Has("kind"))
        {
            body.Wrong("kind", "Write the kind from GET /api/v1/alerts.");
        }

        var seen = (body.Needed("source", "the id of a source"), body.Word<AlertKind>("kind") ?? default, body.Needed("reason", "what was found or done"));
        return errors.Any ? null : seen;
    }
}

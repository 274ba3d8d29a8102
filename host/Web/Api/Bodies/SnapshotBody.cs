using System.Text.Json;
using EmulationPlatform.Web.Api.Bodies.Movement;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>Body of <c>POST /api/v1/snapshots</c>.</summary>
internal static class SnapshotBody
{
    public static (string Reason, long? Replaces, bool Accept, string? Period)? Parse(JsonElement json, FieldErrors errors)
    {
        var body = new ObjectReader(json, "", errors, "reason", "replaces", "accept", PeriodField.Name);
        if (!body.IsObject)
        {
            return null;
        }

        var replaces = body.Number("replaces", 1, orEqual: true);
        if (replaces is { } number && !decimal.IsInteger(number))
        {
            body.Wrong("replaces", "Write the number of an official result.");
        }

        var accept = body.Member("accept")?.ValueKind;
        if (accept is not (null or JsonValueKind.True or JsonValueKind.False))
        {
            body.Wrong("accept", "Write true or false.");
        }

        var reason = body.Needed("reason", "what makes the result official, such as the decision's number and date");
        return errors.Any ? null : (reason, (long?)replaces, accept == JsonValueKind.True, body.Text(PeriodField.Name));
    }
}

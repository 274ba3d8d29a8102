using System.Text.Json;

namespace EmulationPlatform.Web.Api.Bodies.Movement;

/// <summary>Body of <c>POST /api/v1/appeals/{no}/answer</c>.</summary>
internal static class AnswerBody
{
    public static (bool Accepted, string Reason)? Parse(JsonElement json, FieldErrors errors)
    {
        var body = new ObjectReader(json, "", errors, "accepted", "reason");
        if (!body.IsObject)
        {
            return null;
        }

        var accepted = body.Member("accepted")?.ValueKind;
        if (accepted is not (JsonValueKind.True or JsonValueKind.False))
        {
            body.Wrong("accepted", "Write true or false.");
        }

        var answer = (accepted == JsonValueKind.True, body.Needed("reason", "why", most: 2_000));
        return errors.Any ? null : answer;
    }
}

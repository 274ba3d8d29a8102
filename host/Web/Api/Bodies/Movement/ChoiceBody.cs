using System.Text.Json;

namespace EmulationPlatform.Web.Api.Bodies.Movement;

/// <summary>Body of <c>POST /api/v1/plan/decisions/{decision}</c>.</summary>
internal static class ChoiceBody
{
    public static (string? Option, string Reason)? Parse(JsonElement json, FieldErrors errors)
    {
        var body = new ObjectReader(json, "", errors, "option", "reason");
        if (!body.IsObject)
        {
            return null;
        }

        if (body.Member("option") is null)
        {
            body.Wrong("option", "Write the id of an option, or null to take the choice back.");
        }

        var choice = (body.Text("option"), body.Needed("reason", "why, with number and date of the deciding document"));
        return errors.Any ? null : choice;
    }
}

using System.Text.Json;

namespace EmulationPlatform.Web.Api.Bodies.Movement;

/// <summary>Body of <c>POST …/targets/{target}/appeals</c>.</summary>
internal static class AppealBody
{
    public static (string Reason, IReadOnlyList<string> Evidence, string? Period)? Parse(JsonElement json, Func<string, bool> hasEvidence, FieldErrors errors)
    {
        var body = new ObjectReader(json, "", errors, "reason", "evidence", PeriodField.Name);
        if (!body.IsObject)
        {
            return null;
        }

        var appeal = (body.Needed("reason", "what is not right and why", most: 2_000), (IReadOnlyList<string>)DeclarationBody.Evidence(body, hasEvidence), body.Text(PeriodField.Name));
        return errors.Any ? null : appeal;
    }
}

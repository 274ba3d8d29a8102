using System.Text.Json;
using EmulationPlatform.Scoring.Declaring;

namespace EmulationPlatform.Web.Api.Bodies.Movement;

/// <summary>Body of <c>POST …/declarations/{figure}</c>.</summary>
internal static class DeclarationBody
{
    private const int LongestComment = 2_000;

    /// <param name="draft">With unit, figure and author.</param>
    /// <returns>With an empty period when none is named.</returns>
    /// <param name="hasEvidence">Whether a file of that hash is kept.</param>
    public static StoredDeclaration? Parse(JsonElement json, StoredDeclaration draft, AgencyCalendar calendar, Func<string, bool> hasEvidence, FieldErrors errors)
    {
        var body = new ObjectReader(json, "", errors, "kind", "value", "whole", "baseYear", "evidenceOn", "cameAt", "comment", "evidence", PeriodField.Name);
        if (!body.IsObject)
        {
            return null;
        }

        var baseYear = body.Number("baseYear", 2000, orEqual: true);
        if (baseYear is { } year && (!decimal.IsInteger(year) || year > 2100))
        {
            body.Wrong("baseYear", "Write a year such as 2025.");
        }

        var said = draft with
        {
            Kind = (body.Word<DeclarationKind>("kind") ?? DeclarationKind.Declared).ToString(),
            Value = body.Number("value", 0, orEqual: true),
            Whole = body.Number("whole", 0, orEqual: true),
            BaseYear = (int?)baseYear,
            EvidenceOn = body.Has("evidenceOn") ? body.Day("evidenceOn") : null,
            CameAt = body.Time("cameAt", calendar),
            Period = body.Text(PeriodField.Name) ?? "",
            Comment = body.Text("comment", LongestComment) ?? "",
            Evidence = Evidence(body, hasEvidence),
        };
        return errors.Any ? null : said;
    }

    public static List<string> Evidence(ObjectReader body, Func<string, bool> hasEvidence)
    {
        if (!body.Has("evidence"))
        {
            return [];
        }

        var list = body.Member("evidence")!.Value;
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            body.Wrong("evidence", "Write a list of hashes, as POST /api/v1/evidence gives them.");
            return [];
        }

        var hashes = list.EnumerateArray().Select(item => item.GetString()!).ToList();
        foreach (var unknown in hashes.Where(hash => !hasEvidence(hash)))
        {
            body.Wrong("evidence", $"There is no file {unknown}; send it to POST /api/v1/evidence first.");
        }

        return hashes;
    }
}

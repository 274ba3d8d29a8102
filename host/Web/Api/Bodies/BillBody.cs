using System.Text.Json;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>Body of <c>POST /api/v1/sources/{source}/bills</c>.</summary>
internal static class BillBody
{
    public static Bill? Parse(JsonElement json, Func<string, bool> knowsEvidence, FieldErrors errors)
    {
        var body = new ObjectReader(json, "", errors, "fromDay", "toDay", "amount", "reference", "evidence");
        if (!body.IsObject)
        {
            return null;
        }

        var (from, to) = (body.Day("fromDay"), body.Day("toDay"));
        var bill = new Bill(
            from ?? default, to ?? default, body.NeededNumber("amount", 0, orEqual: true), body.Needed("reference", "number and date of the bill"),
            EvidenceText.Of(body, knowsEvidence));
        return errors.Any ? null : bill;
    }
}

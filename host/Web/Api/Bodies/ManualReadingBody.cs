using System.Text.Json;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>Body of <c>POST /api/v1/sources/{source}/manual-readings</c>.</summary>
internal static class ManualReadingBody
{
    public static ManualReading? Parse(JsonElement json, AgencyCalendar calendar, Func<string, bool> knowsEvidence, FieldErrors errors)
    {
        var body = new ObjectReader(json, "", errors, "at", "value", "reason", "evidence");
        if (!body.IsObject)
        {
            return null;
        }

        var reading = new ManualReading(
            body.NeededTime("at", calendar), body.NeededNumber("value", 0, orEqual: true), body.Needed("reason", "why it was read by hand"), EvidenceText.Of(body, knowsEvidence));
        return errors.Any ? null : reading;
    }
}

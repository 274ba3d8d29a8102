using System.Text.Json;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>Body of <c>POST /api/v1/profiles/try</c>. The payload is a text, or JSON as the device sends it.</summary>
internal static class ProfileTrialBody
{
    private const string DefaultConnector = "mqtt";
    private const int LongestTopic = 1_000;
    private const int LongestPayload = 65_536;

    public static (string Connector, string Topic, string Payload)? Parse(JsonElement json, FieldErrors errors)
    {
        var body = new ObjectReader(json, "", errors, "connector", "topic", "payload");
        if (!body.IsObject)
        {
            return null;
        }

        var trial = (body.Text("connector") ?? DefaultConnector, body.Needed("topic", "the topic of the message", LongestTopic), Payload(body));
        return errors.Any ? null : trial;
    }

    private static string Payload(ObjectReader body)
    {
        if (body.Member("payload") is not { } member)
        {
            body.Wrong("payload", "Write the message as a text, or as JSON.");
            return "";
        }

        var payload = member.ValueKind == JsonValueKind.String ? member.GetString()! : member.GetRawText();
        if (payload.Length > LongestPayload)
        {
            body.Wrong("payload", $"Write at most {LongestPayload} characters.");
        }

        return payload;
    }
}

using System.Text;
using System.Text.Json;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>One message of tests/corpora/mqtt-messages.json.</summary>
internal sealed class SampleMessage(JsonElement json)
{
    public static IReadOnlyDictionary<string, SampleMessage> All { get; } = Load();

    public string Id => json.GetProperty("id").GetString()!;

    public string Topic => json.GetProperty("topic").GetString()!;

    public byte[] Payload => json.GetProperty("payload_encoding").GetString() == "base64"
        ? Convert.FromBase64String(json.GetProperty("payload").GetString()!)
        : Encoding.UTF8.GetBytes(json.GetProperty("payload").GetString()!);

    public IEnumerable<JsonElement> Expected => json.GetProperty("expected").EnumerateArray();

    private static Dictionary<string, SampleMessage> Load()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "corpora", "mqtt-messages.json"));
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone().GetProperty("examples").EnumerateArray()
            .Select(example => new SampleMessage(example)).ToDictionary(sample => sample.Id);
    }
}

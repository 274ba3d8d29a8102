using System.Globalization;
using System.Text;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Mqtt.Tests.Support;

/// <summary>
/// Stands in for the profiles: a number is a reading; "nothing" is a known message without one; "bad" is rejected; "boom"
/// throws; the rest is not understood.
/// </summary>
internal static class PlainMessages
{
    public static Interpretation Read(string topic, ReadOnlyMemory<byte> payload, Instant receivedAt)
    {
        var text = Encoding.UTF8.GetString(payload.Span);
        return text switch
        {
            "nothing" => new Interpretation(Matched: true, "plain", [], []),
            "bad" => new Interpretation(Matched: true, "plain", [], [new RejectedPart("notANumber", "Not a number.")]),
            "boom" => throw new InvalidOperationException("A fault in a profile."),
            _ when decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) =>
                new Interpretation(Matched: true, "plain", [Observe(topic, value, receivedAt)], []),
            _ => Interpretation.NotUnderstood,
        };
    }

    private static Observation Observe(string topic, decimal value, Instant at) =>
        new(new SourceDescriptor("mqtt", "plain", topic, "electricity", SourceKind.Counter, FlowDirection.Import, null, "kWh"), at, RegisterValue.From(value));
}

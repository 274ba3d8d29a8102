using EmulationPlatform.Sdk;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>Reads messages by the profiles, and survives a profile that fails.</summary>
internal sealed class MessageReader(Interpreter interpreter, ILogger logger)
{
    public Interpretation Read(string topic, ReadOnlyMemory<byte> payload, Instant receivedAt)
    {
        try
        {
            return interpreter(topic, payload, receivedAt);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A message that breaks the reader would come again and again and hold up its device; quarantine lets it pass.
            logger.InterpretationFailed(e, topic);
            return new Interpretation(
                Matched: true, Profile: null, [], [new RejectedPart("badPayload", $"Reading the message failed ({e.GetType().Name}); report this.")]);
        }
    }

    /// <summary>The bytes to keep: when something was rejected or nothing was understood.</summary>
    public static RawMessage? RawOf(Interpretation interpretation, string topic, ReadOnlyMemory<byte> payload, Instant receivedAt) =>
        interpretation.Matched && interpretation.Rejected.Count == 0
            ? null
            : new RawMessage(MqttConnector.ConnectorId, topic, payload.ToArray(), receivedAt);

    /// <summary>A message of a known topic without anything to read.</summary>
    public static bool IsEmpty(Interpretation interpretation) =>
        interpretation.Matched && interpretation.Observations.Count == 0 && interpretation.Rejected.Count == 0;
}

using EmulationPlatform.Connectors.Mqtt.Protocol;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>What became of a CONNECT.</summary>
internal abstract record HandshakeOutcome
{
    internal sealed record Accepted(Client Client, byte[] Connack) : HandshakeOutcome;

    /// <param name="Connack">Empty when the version has no answer for this case and the connection just ends.</param>
    internal sealed record Refused(string ClientId, ReasonCode Code, string Reason, byte[] Connack) : HandshakeOutcome;
}

namespace EmulationPlatform.Connectors.Mqtt.Protocol;

/// <summary>The number is the protocol level in CONNECT.</summary>
internal enum ProtocolVersion
{
    V311 = 4,
    V5 = 5,
}

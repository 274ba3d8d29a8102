using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt;

/// <summary>Makes readings of one message, by the profiles.</summary>
internal delegate Interpretation Interpreter(string topic, ReadOnlyMemory<byte> payload, Instant receivedAt);

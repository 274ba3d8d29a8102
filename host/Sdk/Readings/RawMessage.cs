namespace EmulationPlatform.Sdk;

/// <summary>A message as it came in, kept so that it can be read again with a better profile.</summary>
public sealed record RawMessage(string Connector, string Topic, ReadOnlyMemory<byte> Payload, Instant ReceivedAt);

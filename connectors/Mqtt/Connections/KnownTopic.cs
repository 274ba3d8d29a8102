namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>A topic this connection has published to, checked once.</summary>
internal sealed record KnownTopic(string Name, byte[] Utf8, bool MayPublish);

namespace EmulationPlatform.Connectors.Mqtt.Sessions;

/// <summary>A message the client left behind for the case that it goes without a word (MQTT 5.0, section 3.1.2.5).</summary>
internal sealed record WillMessage(string Topic, byte[] Payload, TimeSpan Delay);

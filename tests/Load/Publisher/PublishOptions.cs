namespace EmulationPlatform.Load.Publisher;

/// <summary>How every connection of a fleet publishes.</summary>
/// <param name="InFlight">Messages of one connection that may wait for their acknowledgement at once.</param>
internal sealed record PublishOptions(MqttVersion Version, int Qos, int InFlight);

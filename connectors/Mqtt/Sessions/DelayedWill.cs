using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt.Sessions;

/// <summary>A will that waits for its client to come back.</summary>
internal sealed record DelayedWill(WillMessage Message, Instant DueAt);

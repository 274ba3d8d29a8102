namespace EmulationPlatform.Connectors.Mqtt.Sessions;

/// <summary>Where a QoS 2 packet identifier stands between its PUBLISH and its PUBCOMP.</summary>
internal enum Qos2Phase
{
    Unknown,

    /// <summary>The message is on its way to the disk; no PUBREC yet.</summary>
    Storing,

    /// <summary>Stored; PUBREC may leave, and the identifier is kept until PUBREL.</summary>
    Stored,

    /// <summary>PUBREL came; the removal is on its way to the disk.</summary>
    Releasing,
}

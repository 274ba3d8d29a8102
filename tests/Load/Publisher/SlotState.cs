namespace EmulationPlatform.Load.Publisher;

/// <summary>What became of a packet identifier.</summary>
internal enum SlotState
{
    Free,

    /// <summary>PUBLISH sent, PUBACK or PUBREC awaited.</summary>
    Published,

    /// <summary>QoS 2: PUBREC came, PUBCOMP awaited.</summary>
    Received,
}

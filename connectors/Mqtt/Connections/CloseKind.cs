namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>Why a connection ends.</summary>
internal enum CloseKind
{
    ClientLeft,
    ConnectionLost,
    ProtocolViolation,
    Refused,
    NotAllowed,
    TakenOver,
    TimedOut,
    StorageFailed,
    ShuttingDown,
}

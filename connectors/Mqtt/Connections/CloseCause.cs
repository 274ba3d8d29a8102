using EmulationPlatform.Connectors.Mqtt.Protocol;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <param name="Code">What a 5.0 client is told; <see cref="ReasonCode.Success"/> when there is nobody to tell.</param>
/// <param name="Reason">For the log and, with 5.0, for the client.</param>
/// <param name="DropsWill">Only DISCONNECT with reason code 0 does [MQTT-3.14.4-3].</param>
internal sealed record CloseCause(CloseKind Kind, ReasonCode Code, string Reason, bool DropsWill = false)
{
    public static CloseCause ConnectionLost { get; } = new(CloseKind.ConnectionLost, ReasonCode.Success, "the network connection ended");

    public static CloseCause TakenOver { get; } =
        new(CloseKind.TakenOver, ReasonCode.SessionTakenOver, "another connection came with the same client identifier");

    /// <summary>
    /// A PUBACK with a reason of 0x80 and more would be final, and the device would not send again; so a fault of ours ends
    /// the connection without one.
    /// </summary>
    public static CloseCause StorageFailed { get; } =
        new(CloseKind.StorageFailed, ReasonCode.ImplementationSpecificError, "readings cannot be stored at the moment; send again");

    public static CloseCause ShuttingDown { get; } = new(CloseKind.ShuttingDown, ReasonCode.ServerShuttingDown, "the server is shutting down");
}

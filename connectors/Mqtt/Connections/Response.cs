using EmulationPlatform.Connectors.Mqtt.Protocol;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>An acknowledgement in line.</summary>
/// <param name="WaitsFor">It may leave when this is on disk; null when there is nothing to wait for.</param>
/// <param name="FreesQuota">With it one place of the receive maximum is free again (MQTT 5.0, section 4.9).</param>
internal readonly record struct Response(
    PacketType Type, ushort PacketId, PendingDelivery? WaitsFor, bool FreesQuota, ReasonCode Code = ReasonCode.Success, string? Reason = null)
{
    public bool IsReady => WaitsFor is null || WaitsFor.IsCommitted;
}

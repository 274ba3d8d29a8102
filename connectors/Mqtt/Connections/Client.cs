using EmulationPlatform.Connectors.Mqtt.Protocol;
using EmulationPlatform.Connectors.Mqtt.Sessions;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>A client that has signed in.</summary>
internal sealed record Client(ConnectPacket Connect, Session Session, TopicGrant Grant)
{
    public ProtocolVersion Version => Connect.Version;

    public string Id => Session.ClientId;

    /// <summary>One and a half times the keep alive [MQTT-3.1.2-22]; zero means for ever.</summary>
    public TimeSpan SilenceLimit { get; } = Connect.KeepAlive * 1.5;
}

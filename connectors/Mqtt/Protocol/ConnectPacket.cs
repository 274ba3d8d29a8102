using System.Text;
using EmulationPlatform.Connectors.Mqtt.Sessions;

namespace EmulationPlatform.Connectors.Mqtt.Protocol;

/// <summary>A CONNECT packet of either version (MQTT 5.0, section 3.1).</summary>
internal sealed record ConnectPacket
{
    public required ProtocolVersion Version { get; init; }

    public required string ClientId { get; init; }

    public required bool CleanStart { get; init; }

    /// <summary>0 means that the client wants no time-out.</summary>
    public required TimeSpan KeepAlive { get; init; }

    /// <summary>What a 5.0 client asks for; 3.1.1 has no such field.</summary>
    public required uint SessionExpirySeconds { get; init; }

    /// <summary>0 means no limit.</summary>
    public required uint MaximumPacketBytes { get; init; }

    public required bool OmitProblemInformation { get; init; }

    public required bool HasAuthenticationMethod { get; init; }

    public required WillMessage? Will { get; init; }

    public required string? UserName { get; init; }

    public required byte[]? Password { get; init; }

    /// <summary>Reads the first two fields, which say how the rest and the answer look.</summary>
    /// <exception cref="BrokenProtocolException">
    /// <see cref="ReasonCode.UnsupportedProtocolVersion"/> for another level [MQTT-3.1.2-2], malformed for another protocol
    /// [MQTT-3.1.2-1].
    /// </exception>
    public static ProtocolVersion ReadVersion(ref PacketReader reader)
    {
        var name = reader.Utf8("protocol name");
        var level = reader.Byte("protocol version");
        if (!name.SequenceEqual("MQTT"u8) && !name.SequenceEqual("MQIsdp"u8))
        {
            BrokenProtocolException.Malformed("protocol name is not MQTT");
        }

        return level is 4 or 5 && name.Length == 4
            ? (ProtocolVersion)level
            : throw new BrokenProtocolException(ReasonCode.UnsupportedProtocolVersion, $"protocol level {level} is neither 3.1.1 nor 5.0");
    }

    public static ConnectPacket ReadRest(ref PacketReader reader, ProtocolVersion version)
    {
        var flags = reader.Byte("connect flags");
        CheckFlags(flags, version);
        var keepAlive = TimeSpan.FromSeconds(reader.UInt16("keep alive"));
        var properties = version == ProtocolVersion.V5 ? Properties.Read(ref reader, PropertySet.Connect) : default;
        if (properties.Seen.Has(PropertyId.AuthenticationData) && !properties.Seen.Has(PropertyId.AuthenticationMethod))
        {
            BrokenProtocolException.Error("authentication data without a method");
        }

        var packet = new ConnectPacket
        {
            Version = version,
            CleanStart = (flags & 0x02) != 0,
            KeepAlive = keepAlive,
            SessionExpirySeconds = properties.SessionExpirySeconds,
            MaximumPacketBytes = properties.MaximumPacketBytes,
            OmitProblemInformation = properties.OmitProblemInformation,
            HasAuthenticationMethod = properties.Seen.Has(PropertyId.AuthenticationMethod),

            // [MQTT-3.1.3-1]: client identifier, will, user name and password come in this order.
            ClientId = reader.Text("client identifier"),
            Will = (flags & 0x04) != 0 ? ReadWill(ref reader, version) : null,
            UserName = (flags & 0x80) != 0 ? reader.Text("user name") : null,
            Password = (flags & 0x40) != 0 ? reader.Binary("password").ToArray() : null,
        };
        reader.End("CONNECT");
        return packet;
    }

    private static void CheckFlags(int flags, ProtocolVersion version)
    {
        var willQos = (flags >> 3) & 0x03;
        if ((flags & 0x01) != 0)
        {
            BrokenProtocolException.Malformed("reserved connect flag is set [MQTT-3.1.2-3]");
        }

        // [MQTT-3.1.2-11], [MQTT-3.1.2-13]: without a will its QoS and retain flags are 0. [MQTT-3.1.2-12]: QoS is never 3.
        if (willQos == 3 || ((flags & 0x04) == 0 && (flags & 0x38) != 0))
        {
            BrokenProtocolException.Malformed("will flags contradict each other");
        }

        // 3.1.1 [MQTT-3.1.2-22]: no password without a user name; 5.0 allows it.
        if (version == ProtocolVersion.V311 && (flags & 0xC0) == 0x40)
        {
            BrokenProtocolException.Malformed("password without a user name");
        }
    }

    private static WillMessage ReadWill(ref PacketReader reader, ProtocolVersion version)
    {
        var properties = version == ProtocolVersion.V5 ? Properties.Read(ref reader, PropertySet.Will) : default;
        var topic = reader.Utf8("will topic");
        if (!Topics.IsValidName(topic))
        {
            throw new BrokenProtocolException(ReasonCode.TopicNameInvalid, "will topic is empty or holds a wildcard");
        }

        return new WillMessage(
            Encoding.UTF8.GetString(topic), reader.Binary("will payload").ToArray(), TimeSpan.FromSeconds(properties.WillDelaySeconds));
    }
}

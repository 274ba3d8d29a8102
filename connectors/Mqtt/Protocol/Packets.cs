using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace EmulationPlatform.Connectors.Mqtt.Protocol;

/// <summary>The packets this endpoint sends, but for acknowledgements, which <see cref="Connections.ResponseLine"/> writes in place.</summary>
internal static class Packets
{
    public static ReadOnlySpan<byte> PingResponse => [0xD0, 0x00];

    /// <summary>3.1.1 CONNACK: flags and return code.</summary>
    public static byte[] Connack311(bool sessionPresent, byte returnCode) => [0x20, 0x02, sessionPresent ? (byte)1 : (byte)0, returnCode];

    /// <summary>
    /// 5.0 CONNACK that refuses. Session present is 0 [MQTT-3.2.2-6]; the reason string is left out when the packet would
    /// grow over the client's maximum [MQTT-3.2.2-19].
    /// </summary>
    public static byte[] Refusal5(ReasonCode code, string reason, uint maximumBytes) =>
        WithReason(0x20, [0, (byte)code], reason, maximumBytes, propertiesAlways: true);

    public static byte[] Connack5(ConnackFacts facts)
    {
        var properties = new ArrayBufferWriter<byte>();
        PutUInt32(properties, PropertyId.SessionExpiryInterval, facts.SessionExpirySeconds);
        PutUInt16(properties, PropertyId.ReceiveMaximum, facts.ReceiveMaximum);
        PutUInt32(properties, PropertyId.MaximumPacketSize, facts.MaximumPacketBytes);
        PutUInt16(properties, PropertyId.TopicAliasMaximum, facts.TopicAliasMaximum);
        PutByte(properties, PropertyId.RetainAvailable, 1);
        PutByte(properties, PropertyId.WildcardSubscriptionAvailable, 1);
        PutByte(properties, PropertyId.SubscriptionIdentifierAvailable, 1);
        PutByte(properties, PropertyId.SharedSubscriptionAvailable, 0);
        if (facts.AssignedClientId is { } id)
        {
            PutText(properties, PropertyId.AssignedClientIdentifier, id);
        }

        return Assemble(0x20, [facts.SessionPresent ? (byte)1 : (byte)0, 0], properties.WrittenSpan, propertiesAlways: true);
    }

    /// <summary>5.0 DISCONNECT from the server; the reason string obeys the client's maximum [MQTT-3.14.2-3].</summary>
    public static byte[] Disconnect5(ReasonCode code, string reason, uint maximumBytes) =>
        WithReason(0xE0, [(byte)code], reason, maximumBytes, propertiesAlways: false);

    /// <summary>5.0 PUBACK, PUBREC, PUBREL or PUBCOMP that carries a reason [MQTT-3.4.2-2].</summary>
    public static byte[] Acknowledgement5(PacketType type, ushort id, (ReasonCode Code, string? Text) reason, uint maximumBytes) =>
        WithReason(
            (byte)(((int)type << 4) | (type == PacketType.Pubrel ? 2 : 0)), [(byte)(id >> 8), (byte)id, (byte)reason.Code], reason.Text, maximumBytes,
            propertiesAlways: false);

    public static byte[] SubscriptionAnswer(PacketType type, ushort id, List<byte> codes, ProtocolVersion version)
    {
        List<byte> body = [(byte)(id >> 8), (byte)id];
        if (version == ProtocolVersion.V5)
        {
            body.Add(0);
        }

        body.AddRange(codes);
        return Assemble((byte)((int)type << 4), [.. body], [], propertiesAlways: false);
    }

    private static byte[] WithReason(byte first, ReadOnlySpan<byte> fixedPart, string? reason, uint maximumBytes, bool propertiesAlways)
    {
        if (reason is not null)
        {
            var properties = new ArrayBufferWriter<byte>();
            PutText(properties, PropertyId.ReasonString, reason);
            var full = Assemble(first, fixedPart, properties.WrittenSpan, propertiesAlways);
            if (maximumBytes == 0 || full.Length <= maximumBytes)
            {
                return full;
            }
        }

        return Assemble(first, fixedPart, [], propertiesAlways);
    }

    private static byte[] Assemble(byte first, ReadOnlySpan<byte> fixedPart, ReadOnlySpan<byte> properties, bool propertiesAlways)
    {
        var packet = new ArrayBufferWriter<byte>();
        var withProperties = propertiesAlways || !properties.IsEmpty;
        var length = fixedPart.Length + (withProperties ? LengthBytes(properties.Length) + properties.Length : 0);
        packet.Write([first]);
        PutVariable(packet, length);
        packet.Write(fixedPart);
        if (withProperties)
        {
            PutVariable(packet, properties.Length);
            packet.Write(properties);
        }

        return packet.WrittenSpan.ToArray();
    }

    private static int LengthBytes(int value) => value switch { < 128 => 1, < 16_384 => 2, < 2_097_152 => 3, _ => 4 };

    private static void PutVariable(ArrayBufferWriter<byte> buffer, int value)
    {
        // [MQTT-1.5.5-1]: the fewest bytes that hold the value.
        while (value > 0x7F)
        {
            buffer.Write([(byte)(value | 0x80)]);
            value >>= 7;
        }

        buffer.Write([(byte)value]);
    }

    private static void PutByte(ArrayBufferWriter<byte> buffer, PropertyId id, byte value) => buffer.Write([(byte)id, value]);

    private static void PutUInt16(ArrayBufferWriter<byte> buffer, PropertyId id, ushort value) =>
        buffer.Write([(byte)id, (byte)(value >> 8), (byte)value]);

    private static void PutUInt32(ArrayBufferWriter<byte> buffer, PropertyId id, uint value)
    {
        buffer.Write([(byte)id]);
        BinaryPrimitives.WriteUInt32BigEndian(buffer.GetSpan(4), value);
        buffer.Advance(4);
    }

    private static void PutText(ArrayBufferWriter<byte> buffer, PropertyId id, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        buffer.Write([(byte)id, (byte)(utf8.Length >> 8), (byte)utf8.Length]);
        buffer.Write(utf8);
    }
}

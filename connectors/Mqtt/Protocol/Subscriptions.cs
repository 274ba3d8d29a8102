namespace EmulationPlatform.Connectors.Mqtt.Protocol;

/// <summary>
/// Reads SUBSCRIBE and UNSUBSCRIBE and gives the answer. Devices subscribe to their command topics; nothing is ever
/// delivered, so nothing needs to be remembered.
/// </summary>
internal static class Subscriptions
{
    private const byte Refused311 = 0x80;

    /// <summary>One return code per filter, in the same order [MQTT-3.8.4-6], [MQTT-3.9.3-1].</summary>
    public static byte[] AnswerSubscribe(ReadOnlySpan<byte> body, ProtocolVersion version)
    {
        var reader = new PacketReader(body);
        var id = reader.PacketIdentifier();
        if (version == ProtocolVersion.V5)
        {
            Properties.Read(ref reader, PropertySet.Subscribe);
        }

        var codes = new List<byte>();
        while (reader.Remaining > 0)
        {
            var filter = reader.Text("topic filter");
            var options = reader.Byte("subscription options");
            CheckOptions(options, filter, version);
            codes.Add(Grant(filter, options & 0x03, version));
        }

        MustNotBeEmpty(codes, "SUBSCRIBE without a topic filter [MQTT-3.8.3-2]");
        return Packets.SubscriptionAnswer(PacketType.Suback, id, codes, version);
    }

    /// <summary>5.0 has one code per filter; 3.1.1 only the packet identifier [MQTT-3.10.4-4].</summary>
    public static byte[] AnswerUnsubscribe(ReadOnlySpan<byte> body, ProtocolVersion version)
    {
        var reader = new PacketReader(body);
        var id = reader.PacketIdentifier();
        if (version == ProtocolVersion.V5)
        {
            Properties.Read(ref reader, PropertySet.Unsubscribe);
        }

        var codes = new List<byte>();
        while (reader.Remaining > 0)
        {
            var valid = Topics.IsValidFilter(reader.Text("topic filter"));
            codes.Add(valid ? (byte)ReasonCode.Success : (byte)ReasonCode.TopicFilterInvalid);
        }

        MustNotBeEmpty(codes, "UNSUBSCRIBE without a topic filter [MQTT-3.10.3-2]");
        return Packets.SubscriptionAnswer(PacketType.Unsuback, id, version == ProtocolVersion.V5 ? codes : [], version);
    }

    private static void CheckOptions(int options, string filter, ProtocolVersion version)
    {
        // [MQTT-3.8.3-5] (3.1.1: [MQTT-3.8.3-4]): reserved bits are 0.
        var reserved = version == ProtocolVersion.V5 ? 0xC0 : 0xFC;
        if ((options & reserved) != 0 || (options & 0x03) == 3)
        {
            BrokenProtocolException.Malformed("subscription options are not valid");
        }

        if ((options & 0x30) == 0x30)
        {
            BrokenProtocolException.Error("retain handling is 3");
        }

        if ((options & 0x04) != 0 && Topics.IsShared(filter))
        {
            BrokenProtocolException.Error("no local on a shared subscription [MQTT-3.8.3-4]");
        }
    }

    private static byte Grant(string filter, int qos, ProtocolVersion version)
    {
        if (!Topics.IsValidFilter(filter))
        {
            return version == ProtocolVersion.V5 ? (byte)ReasonCode.TopicFilterInvalid : Refused311;
        }

        return Topics.IsShared(filter) && version == ProtocolVersion.V5 ? (byte)ReasonCode.SharedSubscriptionsNotSupported : (byte)qos;
    }

    private static void MustNotBeEmpty(List<byte> codes, string message)
    {
        if (codes.Count == 0)
        {
            BrokenProtocolException.Error(message);
        }
    }
}

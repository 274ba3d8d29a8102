namespace EmulationPlatform.Connectors.Mqtt.Protocol;

/// <summary>A PUBLISH read in place (MQTT 5.0, section 3.3).</summary>
internal readonly ref struct PublishHeader
{
    public required ReadOnlySpan<byte> Topic { get; init; }

    public required Qos Qos { get; init; }

    /// <summary>0 with QoS 0 [MQTT-2.2.1-2].</summary>
    public required ushort PacketId { get; init; }

    /// <summary>0 when the packet has none.</summary>
    public required ushort Alias { get; init; }

    /// <summary>Bytes of the payload, which ends the packet.</summary>
    public required int PayloadBytes { get; init; }

    public static PublishHeader Read(int flags, ReadOnlySpan<byte> body, ProtocolVersion version)
    {
        var qos = (flags >> 1) & 0x03;
        if (qos == 3)
        {
            BrokenProtocolException.Malformed("PUBLISH with QoS 3 [MQTT-3.3.1-4]");
        }

        if (qos == 0 && (flags & 0x08) != 0)
        {
            BrokenProtocolException.Malformed("PUBLISH with QoS 0 marked as duplicate [MQTT-3.3.1-2]");
        }

        var reader = new PacketReader(body);
        var topic = reader.Binary("topic name");
        var id = qos == 0 ? (ushort)0 : reader.PacketIdentifier();
        var alias = (ushort)0;
        if (version == ProtocolVersion.V5)
        {
            var properties = Properties.Read(ref reader, PropertySet.Publish);
            alias = properties.TopicAlias;
            if (alias == 0 && properties.Seen.Has(PropertyId.TopicAlias))
            {
                throw new BrokenProtocolException(ReasonCode.TopicAliasInvalid, "topic alias is 0 [MQTT-3.3.2-8]");
            }
        }

        return new PublishHeader { Topic = topic, Qos = (Qos)qos, PacketId = id, Alias = alias, PayloadBytes = reader.Remaining };
    }
}

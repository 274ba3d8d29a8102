namespace EmulationPlatform.Connectors.Mqtt.Protocol;

/// <summary>A PUBACK, PUBREC, PUBREL or PUBCOMP from the client (MQTT 5.0, sections 3.4 to 3.7).</summary>
internal readonly record struct Acknowledgement(ushort PacketId, int Code)
{
    public static Acknowledgement Read(ReadOnlySpan<byte> body, ProtocolVersion version)
    {
        var reader = new PacketReader(body);
        var id = reader.PacketIdentifier();
        var code = 0;

        // 5.0 leaves out the reason code and the properties when they say nothing; 3.1.1 has neither.
        if (version == ProtocolVersion.V5 && reader.Remaining > 0)
        {
            code = reader.Byte("reason code");
            if (reader.Remaining > 0)
            {
                Properties.Read(ref reader, PropertySet.Acknowledgement);
            }
        }

        reader.End("acknowledgement");
        return new Acknowledgement(id, code);
    }
}

namespace EmulationPlatform.Connectors.Mqtt.Protocol;

/// <summary>A DISCONNECT from the client (MQTT 5.0, section 3.14).</summary>
/// <param name="SessionExpirySeconds">Null when the client keeps what it said in CONNECT.</param>
internal readonly record struct DisconnectPacket(int Code, uint? SessionExpirySeconds)
{
    public static DisconnectPacket Read(ReadOnlySpan<byte> body, ProtocolVersion version)
    {
        var reader = new PacketReader(body);
        var code = 0;
        uint? expiry = null;
        if (version == ProtocolVersion.V5 && reader.Remaining > 0)
        {
            code = reader.Byte("reason code");
            if (reader.Remaining > 0)
            {
                var properties = Properties.Read(ref reader, PropertySet.Disconnect);
                expiry = properties.Seen.Has(PropertyId.SessionExpiryInterval) ? properties.SessionExpirySeconds : null;
            }
        }

        reader.End("DISCONNECT");
        return new DisconnectPacket(code, expiry);
    }
}

using System.Buffers.Binary;

namespace EmulationPlatform.Load.Publisher;

/// <summary>What CONNACK says.</summary>
/// <param name="Code">0 is success.</param>
/// <param name="ReceiveMaximum">Greatest number of unacknowledged QoS 1 and 2 messages (MQTT 5.0 §3.2.2.3.3).</param>
internal readonly record struct ConnectAnswer(bool SessionPresent, byte Code, int ReceiveMaximum)
{
    private const byte ReceiveMaximumProperty = 0x21;

    /// <exception cref="InvalidDataException">A property that CONNACK does not have.</exception>
    public static ConnectAnswer Read(ReadOnlySpan<byte> body, MqttVersion version) => new(
        (body[0] & 1) != 0,
        body[1],
        version == MqttVersion.V5 && body.Length > 2 ? ReadReceiveMaximum(body[2..]) : ushort.MaxValue);

    private static int ReadReceiveMaximum(ReadOnlySpan<byte> properties)
    {
        var at = SkipLength(properties);
        while (at < properties.Length)
        {
            if (properties[at] == ReceiveMaximumProperty)
            {
                return BinaryPrimitives.ReadUInt16BigEndian(properties[(at + 1)..]);
            }

            at += 1 + ValueLength(properties[at], properties[(at + 1)..]);
        }

        return ushort.MaxValue;
    }

    private static int SkipLength(ReadOnlySpan<byte> properties)
    {
        var at = 0;
        while ((properties[at] & 0x80) != 0)
        {
            at++;
        }

        return at + 1;
    }

    // Identifiers and types: MQTT 5.0 §2.2.2.2, those that CONNACK may carry.
    private static int ValueLength(byte property, ReadOnlySpan<byte> value) => property switch
    {
        0x24 or 0x25 or 0x28 or 0x29 or 0x2A => 1,
        0x13 or 0x22 => 2,
        0x11 or 0x27 => 4,
        0x12 or 0x15 or 0x16 or 0x1A or 0x1C or 0x1F => TextLength(value),
        0x26 => TextLength(value) + TextLength(value[TextLength(value)..]),
        _ => throw new InvalidDataException($"CONNACK carries the property 0x{property:X2}, which it must not."),
    };

    private static int TextLength(ReadOnlySpan<byte> value) => 2 + BinaryPrimitives.ReadUInt16BigEndian(value);
}

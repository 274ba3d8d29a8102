using System.Buffers.Binary;
using System.Text;

namespace EmulationPlatform.Connectors.Mqtt.Protocol;

/// <summary>Reads the fields of one packet in place; whatever does not fit is a malformed packet.</summary>
internal ref struct PacketReader(ReadOnlySpan<byte> body)
{
    private ReadOnlySpan<byte> rest = body;

    public readonly int Remaining => rest.Length;

    public byte Byte(string what) => Take(1, what)[0];

    public ushort UInt16(string what) => BinaryPrimitives.ReadUInt16BigEndian(Take(2, what));

    public uint UInt32(string what) => BinaryPrimitives.ReadUInt32BigEndian(Take(4, what));

    /// <summary>One to four bytes, seven bits each [MQTT-1.5.5-1].</summary>
    public int VariableInteger(string what)
    {
        var value = 0;
        for (var shift = 0; shift < 28; shift += 7)
        {
            var digit = Byte(what);
            value |= (digit & 0x7F) << shift;
            if ((digit & 0x80) == 0)
            {
                return value;
            }
        }

        BrokenProtocolException.Malformed($"{what} has more than four bytes");
        return 0;
    }

    public ReadOnlySpan<byte> Binary(string what) => Take(UInt16(what), what);

    public ReadOnlySpan<byte> Utf8(string what)
    {
        var text = Binary(what);
        if (!MqttText.IsValid(text))
        {
            BrokenProtocolException.Malformed($"{what} is not valid UTF-8 or holds U+0000");
        }

        return text;
    }

    public string Text(string what) => Encoding.UTF8.GetString(Utf8(what));

    /// <summary>A packet identifier; zero is not one [MQTT-2.2.1-3].</summary>
    public ushort PacketIdentifier()
    {
        var id = UInt16("packet identifier");
        if (id == 0)
        {
            BrokenProtocolException.Error("packet identifier is 0");
        }

        return id;
    }

    public ReadOnlySpan<byte> Take(int count, string what)
    {
        if (count > rest.Length)
        {
            BrokenProtocolException.Malformed($"packet ends inside its {what}");
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    public readonly void End(string packet)
    {
        if (!rest.IsEmpty)
        {
            BrokenProtocolException.Malformed($"{packet} has {rest.Length} bytes too many");
        }
    }
}

using System.Buffers.Binary;

namespace EmulationPlatform.Load.Publisher;

/// <summary>One packet of the server, still in the receive buffer.</summary>
internal readonly ref struct ServerPacket
{
    public const int ConnectAck = 2;
    public const int PublishAck = 4;
    public const int PublishReceived = 5;
    public const int PublishComplete = 7;
    public const int Disconnect = 14;

    private ServerPacket(int type, ReadOnlySpan<byte> body)
    {
        Type = type;
        Body = body;
    }

    public int Type { get; }

    public ReadOnlySpan<byte> Body { get; }

    public ushort Identifier => BinaryPrimitives.ReadUInt16BigEndian(Body);

    /// <summary>Reason code of an acknowledgement; success when left out, as it always is in MQTT 3.1.1 (MQTT 5.0 §3.4.2.1).</summary>
    public byte Reason => Body.Length > 2 ? Body[2] : (byte)0;

    /// <summary>Takes the first packet off the buffer; false when it is not complete.</summary>
    /// <exception cref="InvalidDataException">The remaining length has more than four bytes.</exception>
    public static bool TryTake(ref ReadOnlySpan<byte> buffer, out ServerPacket packet)
    {
        packet = default;
        var length = 0;
        for (var at = 1; at < buffer.Length; at++)
        {
            length |= (buffer[at] & 0x7F) << (7 * (at - 1));
            if ((buffer[at] & 0x80) == 0)
            {
                return TryCut(ref buffer, at + 1, length, out packet);
            }

            if (at == 4)
            {
                throw new InvalidDataException("The server sent a remaining length of more than four bytes.");
            }
        }

        return false;
    }

    private static bool TryCut(ref ReadOnlySpan<byte> buffer, int header, int length, out ServerPacket packet)
    {
        if (buffer.Length < header + length)
        {
            packet = default;
            return false;
        }

        packet = new(buffer[0] >> 4, buffer.Slice(header, length));
        buffer = buffer[(header + length)..];
        return true;
    }
}

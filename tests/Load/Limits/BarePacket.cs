using System.Buffers;

namespace EmulationPlatform.Load.Limits;

/// <summary>One packet in the input buffer.</summary>
internal readonly ref struct BarePacket
{
    private BarePacket(byte first, ReadOnlySpan<byte> body)
    {
        First = first;
        Body = body;
    }

    public byte First { get; }

    public int Type => First >> 4;

    public int Qos => (First >> 1) & 3;

    public ReadOnlySpan<byte> Body { get; }

    public static bool TryRead(ref SequenceReader<byte> reader, out BarePacket packet)
    {
        packet = default;
        if (!reader.TryRead(out var first))
        {
            return false;
        }

        var length = 0;
        byte next = 0x80;
        for (var shift = 0; (next & 0x80) != 0; shift += 7)
        {
            if (shift > 21 || !reader.TryRead(out next))
            {
                return false;
            }

            length |= (next & 0x7F) << shift;
        }

        if (!reader.TryReadExact(length, out var body))
        {
            return false;
        }

        packet = new(first, body.IsSingleSegment ? body.FirstSpan : body.ToArray());
        return true;
    }
}

using System.Buffers;

namespace EmulationPlatform.Connectors.Mqtt.Protocol;

/// <summary>One packet: its first byte, and what follows the remaining length.</summary>
internal readonly record struct PacketFrame(byte First, ReadOnlySequence<byte> Body)
{
    private const int MaxHeaderBytes = 5;

    public PacketType Type => (PacketType)(First >> 4);

    public int Flags => First & 0x0F;

    /// <summary>Cuts the next packet off the buffer.</summary>
    /// <returns><see langword="false"/> while the packet is incomplete; the buffer is left as it was.</returns>
    /// <exception cref="BrokenProtocolException">The length is malformed, or the packet is larger than <paramref name="maxBytes"/>.</exception>
    public static bool TryRead(ref ReadOnlySequence<byte> buffer, int maxBytes, out PacketFrame frame)
    {
        frame = default;
        Span<byte> copy = stackalloc byte[MaxHeaderBytes];
        scoped var head = buffer.FirstSpan;
        if (head.Length < MaxHeaderBytes && !buffer.IsSingleSegment)
        {
            var start = buffer.Slice(0, Math.Min(MaxHeaderBytes, buffer.Length));
            start.CopyTo(copy);
            head = copy[..(int)start.Length];
        }

        if (!TryReadLength(head, out var headerBytes, out var remaining))
        {
            return false;
        }

        if (headerBytes + remaining > maxBytes)
        {
            throw new BrokenProtocolException(
                ReasonCode.PacketTooLarge, $"packet of {headerBytes + remaining} bytes is larger than {maxBytes}");
        }

        if (buffer.Length < headerBytes + remaining)
        {
            return false;
        }

        frame = new PacketFrame(head[0], buffer.Slice(headerBytes, remaining));
        buffer = buffer.Slice(frame.Body.End);
        return true;
    }

    private static bool TryReadLength(ReadOnlySpan<byte> head, out int headerBytes, out int remaining)
    {
        remaining = 0;
        for (headerBytes = 1; headerBytes < head.Length; headerBytes++)
        {
            if (headerBytes == MaxHeaderBytes)
            {
                break;
            }

            var digit = head[headerBytes];
            remaining |= (digit & 0x7F) << (7 * (headerBytes - 1));
            if ((digit & 0x80) == 0)
            {
                headerBytes++;
                return true;
            }
        }

        if (headerBytes == MaxHeaderBytes)
        {
            BrokenProtocolException.Malformed("remaining length has more than four bytes");
        }

        return false;
    }
}

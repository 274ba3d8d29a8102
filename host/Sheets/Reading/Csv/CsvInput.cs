using System.Globalization;

namespace EmulationPlatform.Sheets;

/// <summary>The bytes of a CSV on their way to the parser: a head that was already looked at, then the rest; counted against the limits.</summary>
internal sealed class CsvInput(byte[] head, Stream rest, long maxBytes) : Stream
{
    /// <summary>A quote that is never closed makes the rest of the file one row; the parser would hold all of it.</summary>
    private const long MostBytesOfRow = 8L << 20;

    private int headRead;
    private long total;
    private long allowed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => total;
        set => throw new NotSupportedException();
    }

    /// <summary>To be called before each row.</summary>
    public void BeginRow() => allowed = total + MostBytesOfRow;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = ReadUncounted(buffer);
        total += read;
        if (total > maxBytes)
        {
            throw new UnreadableTableException($"The file is larger than {maxBytes.ToString(CultureInfo.InvariantCulture)} bytes.", "Split the file.");
        }

        if (total > allowed)
        {
            throw new UnreadableTableException("A row is longer than 8 MiB.", "Look for a quote (\") that is opened and never closed.");
        }

        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int ReadUncounted(Span<byte> buffer)
    {
        if (headRead == head.Length)
        {
            return rest.Read(buffer);
        }

        var read = Math.Min(buffer.Length, head.Length - headRead);
        head.AsSpan(headRead, read).CopyTo(buffer);
        headRead += read;
        return read;
    }
}

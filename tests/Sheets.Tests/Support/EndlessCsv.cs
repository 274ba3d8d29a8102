using System.Text;

namespace EmulationPlatform.Sheets.Tests;

/// <summary>A CSV of some length that exists nowhere.</summary>
internal sealed class EndlessCsv(long length, string head = "at;value\n") : Stream
{
    private static readonly byte[] Line = "2026-11-10;12\n"u8.ToArray();

    private readonly byte[] start = Encoding.UTF8.GetBytes(head);

    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Given;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = (int)Math.Min(count, length - Given);
        for (var at = 0; at < read; at++, Given++)
        {
            buffer[offset + at] = Given < start.Length ? start[Given] : Line[(Given - start.Length) % Line.Length];
        }

        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

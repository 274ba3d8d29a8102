using System.Buffers.Binary;
using System.IO.Pipelines;

namespace EmulationPlatform.Load.Limits;

/// <summary>One client of the bare server. The handler and the group commit both write to it, so writing is locked.</summary>
internal sealed class BareConnection(PipeWriter output)
{
    private const byte LevelOfMqtt5 = 5;
    private const int LevelAt = 6;

    private readonly Lock gate = new();
    private byte[] lastTopic = [];
    private int lastSource;
    private bool isMqtt5;
    private bool hasUnsent;

    /// <summary>Set by the group commit while it collects acknowledgements.</summary>
    public bool IsTouched { get; set; }

    /// <returns>False when the client said goodbye.</returns>
    public bool Handle(BarePacket packet, GroupCommit commits, List<PendingRow> batch)
    {
        switch (packet.Type)
        {
            case 1:
                isMqtt5 = packet.Body[LevelAt] == LevelOfMqtt5;
                Write(isMqtt5 ? [0x20, 3, 0, 0, 0] : [0x20, 2, 0, 0]);
                return true;
            case 3:
                batch.Add(ReadPublish(packet, commits));
                return true;
            case 6:
                Write([0x70, 2, packet.Body[0], packet.Body[1]]);
                return true;
            case 12:
                Write([0xD0, 0]);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Adds a PUBACK or PUBREC to what the next flush sends.</summary>
    public void Acknowledge(ushort identifier, int qos)
    {
        Span<byte> answer = [(byte)(qos == 1 ? 0x40 : 0x50), 2, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(answer[2..], identifier);
        Write(answer);
    }

    /// <summary>One socket write for everything written since the last.</summary>
    public void Flush()
    {
        lock (gate)
        {
            if (hasUnsent)
            {
                hasUnsent = false;
                var flush = output.FlushAsync();
                if (!flush.IsCompleted)
                {
                    // Only a client that does not read its acknowledgements comes here, and the generator always reads.
                    flush.AsTask().GetAwaiter().GetResult();
                }
            }
        }
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            bytes.CopyTo(output.GetSpan(bytes.Length));
            output.Advance(bytes.Length);
            hasUnsent = true;
        }
    }

    private PendingRow ReadPublish(BarePacket packet, GroupCommit commits)
    {
        var topicLength = BinaryPrimitives.ReadUInt16BigEndian(packet.Body);
        var topic = packet.Body.Slice(2, topicLength);
        var rest = packet.Body[(2 + topicLength)..];
        ushort identifier = 0;
        if (packet.Qos > 0)
        {
            identifier = BinaryPrimitives.ReadUInt16BigEndian(rest);
            rest = rest[2..];
        }

        var payload = isMqtt5 ? rest[(1 + rest[0])..] : rest;
        var (at, value) = BarePayload.Read(payload);
        return new(this, identifier, packet.Qos, new(SourceOf(topic, commits), at, value));
    }

    private int SourceOf(ReadOnlySpan<byte> topic, GroupCommit commits)
    {
        if (!topic.SequenceEqual(lastTopic))
        {
            lastTopic = topic.ToArray();
            lastSource = commits.SourceOf(topic);
        }

        return lastSource;
    }
}

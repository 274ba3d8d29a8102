using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace EmulationPlatform.Load.Limits;

/// <summary>Reads packets as they come, hands publishes to the group commit and never waits for it.</summary>
internal sealed class BareHandler(GroupCommit commits) : ConnectionHandler
{
    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        var peer = new BareConnection(connection.Transport.Output);
        var input = connection.Transport.Input;
        var batch = new List<PendingRow>();
        try
        {
            while (true)
            {
                var read = await input.ReadAsync(connection.ConnectionClosed);
                var (consumed, goesOn) = Take(peer, read.Buffer, batch);
                if (batch.Count > 0)
                {
                    commits.Enqueue(batch);
                    batch.Clear();
                }

                input.AdvanceTo(consumed, read.Buffer.End);
                peer.Flush();
                if (!goesOn || read.IsCompleted)
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is ConnectionResetException or OperationCanceledException)
        {
            // A client that leaves without DISCONNECT is as good as one that says it.
        }
    }

    private (SequencePosition Consumed, bool GoesOn) Take(BareConnection peer, ReadOnlySequence<byte> buffer, List<PendingRow> batch)
    {
        var reader = new SequenceReader<byte>(buffer);
        var consumed = reader.Position;
        while (BarePacket.TryRead(ref reader, out var packet))
        {
            consumed = reader.Position;
            if (!peer.Handle(packet, commits, batch))
            {
                return (consumed, false);
            }
        }

        return (consumed, true);
    }
}

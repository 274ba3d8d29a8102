using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using EmulationPlatform.Connectors.Mqtt.Protocol;
using Microsoft.AspNetCore.Connections;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>
/// Everything one connection sends. Acknowledgements leave in the order of what they answer ([MQTT-4.6.0-2],
/// [MQTT-4.6.0-3]) and only when it is on disk; the other answers do not wait for them. One writer at a time runs on the
/// thread pool and sends what is ready in one go.
/// </summary>
internal sealed class ResponseLine(PipeWriter output, TimeProvider clock, ResponseLimits limits, Action<CloseCause> close) : IThreadPoolWorkItem
{
    // A delivery is an object, a list and a line in the sink's queue, whatever its payload.
    private const int BytesPerDelivery = 512;
    private const int MaxUrgentBytes = 16_384;

    private readonly Lock gate = new();
    private readonly Queue<Response> line = new();
    private readonly ArrayBufferWriter<byte> urgent = new(64);
    private TaskCompletionSource? room;
    private TaskCompletionSource? drained;
    private TaskCompletionSource? finished;
    private long held;
    private long writingSince;
    private int requests;
    private int quotaUsed;
    private bool storageFailed;
    private bool finishing;
    private bool ended;
    private byte[] lastPacket = [];

    /// <summary>Said by the client in CONNECT; 0 means no limit.</summary>
    public uint ClientMaximumBytes { get; set; }

    public bool OmitProblemInformation { get; set; }

    public ProtocolVersion Version { get; set; } = ProtocolVersion.V311;

    /// <summary>Publishes with QoS 1 and 2 that are not acknowledged to the end (MQTT 5.0, section 4.9).</summary>
    public int QuotaUsed => Volatile.Read(ref quotaUsed);

    public void UseQuota() => Interlocked.Increment(ref quotaUsed);

    /// <summary>How long the client has left our answers unread.</summary>
    public TimeSpan UnreadFor => Interlocked.Read(ref writingSince) is var since and not 0 ? clock.GetElapsedTime(since) : TimeSpan.Zero;

    public static int HeldBytes(int payloadBytes) => payloadBytes + BytesPerDelivery;

    public void Add(Response response)
    {
        lock (gate)
        {
            if (!ended)
            {
                line.Enqueue(response);
            }
        }
    }

    /// <summary>Sent at once. Larger than the client's maximum it is not sent at all [MQTT-3.1.2-24].</summary>
    public void AddUrgent(ReadOnlySpan<byte> packet)
    {
        lock (gate)
        {
            if (!finishing && Fits(packet.Length))
            {
                urgent.Write(packet);
            }
        }
    }

    public bool Fits(int bytes) => ClientMaximumBytes == 0 || bytes <= ClientMaximumBytes;

    /// <summary>The delivery is about to go to the sink.</summary>
    public void Hold(PendingDelivery delivery) => Interlocked.Add(ref held, delivery.Bytes);

    /// <summary>On the writer's thread: only marks and asks for a turn.</summary>
    public void Settled(PendingDelivery delivery)
    {
        if (!delivery.IsCommitted)
        {
            Volatile.Write(ref storageFailed, true);
        }

        if (Interlocked.Add(ref held, -delivery.Bytes) == 0)
        {
            Volatile.Read(ref drained)?.TrySetResult();
        }

        if (!delivery.IsUnanswered || !delivery.IsCommitted || Volatile.Read(ref room) is not null)
        {
            Request();
        }
    }

    /// <summary>Asks for a turn of the writer.</summary>
    public void Request()
    {
        if (Interlocked.Increment(ref requests) == 1)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>False when the connection must not be read any further for now.</summary>
    public bool HasRoom()
    {
        lock (gate)
        {
            return HasRoomLocked();
        }
    }

    public async ValueTask WaitForRoomAsync(CancellationToken cancellationToken)
    {
        var wait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref room, wait);

        // What made room before anybody waited has not woken anybody; the writer looks again.
        Request();
        await wait.Task.WaitAsync(cancellationToken);
    }

    private void StopWaiting() => Interlocked.Exchange(ref room, null)?.TrySetResult();

    /// <summary>Completes when nothing of this connection is on its way to the disk.</summary>
    public Task DrainAsync()
    {
        var wait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        wait = Interlocked.CompareExchange(ref drained, wait, null) ?? wait;
        if (Interlocked.Read(ref held) == 0)
        {
            wait.TrySetResult();
        }

        return wait.Task;
    }

    /// <summary>Sends what is ready and then the last packet; completes when it is handed to the socket or the socket is gone.</summary>
    public Task FinishAsync(byte[] packet)
    {
        var wait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (ended)
            {
                return Task.CompletedTask;
            }

            lastPacket = Fits(packet.Length) ? packet : [];
            finishing = true;
            finished = wait;
        }

        Request();
        return wait.Task;
    }

    void IThreadPoolWorkItem.Execute() => _ = WriteAsync();

    private async Task WriteAsync()
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref requests);
            if (WriteReady() && !await FlushAsync())
            {
                End();
                close(CloseCause.ConnectionLost);
            }

            if (Volatile.Read(ref storageFailed))
            {
                close(CloseCause.StorageFailed);
            }

            WakeReader();
            CompleteFinish();
        }
        while (Interlocked.Add(ref requests, -seen) != 0);
    }

    private bool WriteReady()
    {
        var any = false;
        var acknowledged = 0;
        lock (gate)
        {
            if (ended)
            {
                return false;
            }

            // First the answers that are not acknowledgements: CONNACK goes before everything [MQTT-3.2.0-1].
            if (urgent.WrittenCount > 0)
            {
                any = true;
                output.Write(urgent.WrittenSpan);
                urgent.ResetWrittenCount();
            }

            while (line.TryPeek(out var response) && response.IsReady)
            {
                line.Dequeue();
                Write(response);
                any = true;
                acknowledged += response is { Code: ReasonCode.Success, Type: PacketType.Puback or PacketType.Pubrec } ? 1 : 0;
            }

            if (finishing)
            {
                any |= lastPacket.Length > 0;
                output.Write(lastPacket);
                ended = true;
            }

            limits.Figures.Acknowledged(acknowledged);
            return any;
        }
    }

    private void Write(Response response)
    {
        if (response.FreesQuota)
        {
            Interlocked.Decrement(ref quotaUsed);
        }

        if (response.Code != ReasonCode.Success && Version == ProtocolVersion.V5)
        {
            // [MQTT-3.1.2-29]: no reason string on acknowledgements when the client does not want problem information.
            var text = OmitProblemInformation ? null : response.Reason;
            output.Write(Packets.Acknowledgement5(response.Type, response.PacketId, (response.Code, text), ClientMaximumBytes));
            return;
        }

        var packet = output.GetSpan(4);
        packet[0] = (byte)(((int)response.Type << 4) | (response.Type == PacketType.Pubrel ? 2 : 0));
        packet[1] = 2;
        packet[2] = (byte)(response.PacketId >> 8);
        packet[3] = (byte)response.PacketId;
        output.Advance(4);
    }

    /// <returns>False when the client is gone.</returns>
    private async ValueTask<bool> FlushAsync()
    {
        try
        {
            var flush = output.FlushAsync(CancellationToken.None);
            if (flush.IsCompletedSuccessfully)
            {
                return !flush.Result.IsCompleted;
            }

            Interlocked.Exchange(ref writingSince, clock.GetTimestamp());
            var result = await flush;
            Interlocked.Exchange(ref writingSince, 0);
            return !result.IsCompleted;
        }
        catch (Exception e) when (e is IOException or SocketException or ConnectionAbortedException or InvalidOperationException)
        {
            return false;
        }
    }

    private void End()
    {
        lock (gate)
        {
            ended = true;
            line.Clear();
        }
    }

    private void WakeReader()
    {
        if (Volatile.Read(ref room) is not null && HasRoom())
        {
            StopWaiting();
        }
    }

    private void CompleteFinish()
    {
        TaskCompletionSource? done;
        lock (gate)
        {
            done = ended ? finished : null;
        }

        done?.TrySetResult();
    }

    private bool HasRoomLocked() =>
        ended || (line.Count < limits.InFlight && urgent.WrittenCount < MaxUrgentBytes && Interlocked.Read(ref held) < limits.HeldBytes);
}

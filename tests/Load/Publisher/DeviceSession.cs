using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EmulationPlatform.Load.Publisher;

/// <summary>
/// The MQTT session of one device over any number of connections. Several tasks touch it (receiving, pacing, finishing), so
/// its state is behind one lock, taken once per batch.
/// </summary>
internal sealed class DeviceSession(Device device, PublishOptions options, TimeProvider clock)
{
    private const int QosZeroBatch = 500;

    private static readonly TimeSpan ReconnectPause = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private readonly SessionState state = new(device, options);
    private readonly TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Link? current;
    private bool isAnswered;
    private bool isFinishing;

    public Device Device => device;

    public int PacketLength => state.PacketLength;

    public int BatchSize => options.Qos == 0 ? QosZeroBatch : options.InFlight;

    /// <summary>Done when CONNACK said success for the first time.</summary>
    public Task Connected => connected.Task;

    public SessionCounts Counts => Locked(static state => state.Counts);

    public int AllowedInFlight => Locked(static state => state.AllowedInFlight);

    /// <summary>Keeps a connection open until <see cref="FinishAsync"/> has come through, or until cancelled.</summary>
    public async Task RunAsync(IPEndPoint server, MqttLogin login, CancellationToken cancellationToken)
    {
        var connect = ControlPackets.Connect(device.Name, login, options.Version);
        while (!cancellationToken.IsCancellationRequested)
        {
            using var link = new Link(this);
            try
            {
                Enter(link);
                await link.RunAsync(server, connect, cancellationToken);
            }
            catch (MqttRefusedException refused)
            {
                connected.TrySetException(refused);
                return;
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // The session outlives its connections; Leave counts this one.
            }

            if (Leave(cancellationToken.IsCancellationRequested))
            {
                break;
            }

            await Task.Delay(ReconnectPause, clock, CancellationToken.None);
        }

        connected.TrySetCanceled(CancellationToken.None);
    }

    /// <summary>From now on messages go out as the allowance says.</summary>
    public Task StartAsync(Allowance allowance)
    {
        Locked(state => state.Allowance = allowance);
        return PumpAsync();
    }

    /// <summary>Lets one more message out; its latency counts from now even if the window is full.</summary>
    public Task GrantAsync()
    {
        Locked(static state => state.Allowance.Grant(Stopwatch.GetTimestamp()));
        return PumpAsync();
    }

    /// <summary>No new messages; DISCONNECT once everything is acknowledged.</summary>
    public Task FinishAsync()
    {
        lock (gate)
        {
            state.Allowance = Allowance.None;
            isFinishing = true;
        }

        return PumpAsync();
    }

    public void ForgetLatencies() => Locked(static state => state.Latencies.Clear());

    public void AddLatenciesTo(LatencyHistogram all) => Locked(state => all.Merge(state.Latencies));

    /// <summary>Takes in what the server sent.</summary>
    /// <returns>Bytes that made up whole packets.</returns>
    internal int Handle(ReadOnlySpan<byte> received)
    {
        lock (gate)
        {
            var rest = received;
            var now = Stopwatch.GetTimestamp();
            while (ServerPacket.TryTake(ref rest, out var packet))
            {
                if (packet.Type == ServerPacket.ConnectAck)
                {
                    TakeAnswer(ConnectAnswer.Read(packet.Body, options.Version));
                }
                else
                {
                    state.Handle(packet, now);
                }
            }

            return received.Length - rest.Length;
        }
    }

    /// <summary>Next bytes for a link that is not sending; nothing for a link that is no longer the session's.</summary>
    internal Batch NextBatch(Link link, Span<byte> target)
    {
        lock (gate)
        {
            if (!ReferenceEquals(link, current) || !isAnswered || link.IsSending)
            {
                return default;
            }

            var length = state.Fill(target);
            var isLast = length == 0 && isFinishing && !link.IsEnding && state.IsIdle;
            if (isLast)
            {
                ControlPackets.Disconnect.Span.CopyTo(target);
                length = ControlPackets.Disconnect.Length;
                link.IsEnding = true;
            }

            link.IsSending = length > 0;
            return new(length, isLast);
        }
    }

    internal void BatchSent(Link link)
    {
        lock (gate)
        {
            link.IsSending = false;
        }
    }

    private void TakeAnswer(ConnectAnswer answer)
    {
        if (answer.Code != 0)
        {
            throw new MqttRefusedException($"The server refused {device.Name} with CONNACK 0x{answer.Code:X2}.");
        }

        state.Resume(answer);
        isAnswered = true;
        connected.TrySetResult();
    }

    // Callers outside the link must not see its end: the receiving side does, and reconnects.
    private async Task PumpAsync()
    {
        var link = Locked(_ => current);
        try
        {
            if (link is not null)
            {
                await link.PumpAsync();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            link!.Dispose();
        }
    }

    private void Enter(Link link)
    {
        lock (gate)
        {
            current = link;
            isAnswered = false;
        }
    }

    /// <returns>Whether the session is over.</returns>
    private bool Leave(bool isCancelled)
    {
        lock (gate)
        {
            current = null;
            var isOver = isCancelled || (isFinishing && state.IsIdle);
            if (isAnswered && !isOver)
            {
                state.CountBroken();
            }

            return isOver;
        }
    }

    private T Locked<T>(Func<SessionState, T> read)
    {
        lock (gate)
        {
            return read(state);
        }
    }

    private void Locked(Action<SessionState> change)
    {
        lock (gate)
        {
            change(state);
        }
    }
}

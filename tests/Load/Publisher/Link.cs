using System.Net;
using System.Net.Sockets;

namespace EmulationPlatform.Load.Publisher;

/// <summary>One TCP connection of a session, from connect to close.</summary>
internal sealed class Link : IDisposable
{
    private const int LargestBuffer = 64 * 1024;
    private const int SmallestReceiveBuffer = 2 * 1024;
    private const int LongestAcknowledgement = 16;

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly DeviceSession session;
    private readonly byte[] outgoing;
    private readonly byte[] incoming;

    public Link(DeviceSession session)
    {
        this.session = session;
        outgoing = new byte[Math.Max(session.PacketLength, Math.Min(LargestBuffer, session.PacketLength * session.BatchSize))];
        incoming = new byte[Math.Clamp(session.BatchSize * LongestAcknowledgement, SmallestReceiveBuffer, LargestBuffer)];
    }

    /// <summary>Guarded by the session.</summary>
    public bool IsSending { get; set; }

    /// <summary>DISCONNECT is on its way. Guarded by the session.</summary>
    public bool IsEnding { get; set; }

    /// <summary>Connects and serves the session until either side closes.</summary>
    /// <exception cref="SocketException">The connection failed or broke.</exception>
    /// <exception cref="MqttRefusedException">CONNECT was refused.</exception>
    public async Task RunAsync(IPEndPoint server, ReadOnlyMemory<byte> connect, CancellationToken cancellationToken)
    {
        await socket.ConnectAsync(server, cancellationToken);
        await using var abort = cancellationToken.UnsafeRegister(static link => ((Link)link!).Dispose(), this);
        await SendAsync(connect);
        var held = 0;
        while (true)
        {
            var count = await socket.ReceiveAsync(incoming.AsMemory(held), SocketFlags.None, CancellationToken.None);
            if (count == 0)
            {
                return;
            }

            held += count;
            var used = session.Handle(incoming.AsSpan(0, held));
            incoming.AsSpan(used, held - used).CopyTo(incoming);
            held -= used;
            await PumpAsync();
        }
    }

    /// <summary>Sends what the session has to send. Returns at once when another caller is sending: that one sees what came.</summary>
    public async ValueTask PumpAsync()
    {
        while (session.NextBatch(this, outgoing) is { Length: > 0 } batch)
        {
            await SendAsync(outgoing.AsMemory(0, batch.Length));
            if (batch.IsLast)
            {
                socket.Shutdown(SocketShutdown.Send);
            }

            session.BatchSent(this);
        }
    }

    public void Dispose() => socket.Dispose();

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, CancellationToken.None)..];
        }
    }
}

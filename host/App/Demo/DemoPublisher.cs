using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EmulationPlatform.App.Demo;

/// <summary>
/// A small MQTT 3.1.1 client that only publishes with QoS 1 and waits for every acknowledgement: the demo's meters use the
/// same door as real ones.
/// </summary>
internal sealed class DemoPublisher : IAsyncDisposable
{
    private const int MostInFlight = 500;
    private const int AnswerLength = 4;
    private const byte Connack = 0x20;
    private const byte Puback = 0x40;

    private readonly TcpClient client;
    private readonly BufferedStream outgoing;
    private readonly BufferedStream incoming;
    private ushort lastId;
    private int inFlight;

    private DemoPublisher(TcpClient client)
    {
        this.client = client;
        outgoing = new BufferedStream(client.GetStream(), 32_768);
        incoming = new BufferedStream(client.GetStream(), 4_096);
    }

    /// <exception cref="IOException">Nobody listens, or the answer was not an acceptance.</exception>
    public static async Task<DemoPublisher> ConnectAsync(string address, CancellationToken cancellationToken)
    {
        var colon = address.LastIndexOf(':');
        var host = address[..colon] is "*" or "0.0.0.0" ? IPAddress.Loopback.ToString() : address[..colon];
        var tcp = new TcpClient { NoDelay = true };
        try
        {
            await tcp.ConnectAsync(host, int.Parse(address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture), cancellationToken);
            var publisher = new DemoPublisher(tcp);
            await publisher.SignInAsync(cancellationToken);
            return publisher;
        }
        catch (SocketException e)
        {
            tcp.Dispose();
            throw new IOException(e.Message, e);
        }
    }

    /// <summary>Sends one message; waits only when too many are unacknowledged.</summary>
    public async Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        if (inFlight == MostInFlight)
        {
            await AcknowledgedAsync(MostInFlight / 2, cancellationToken);
        }

        lastId = lastId == ushort.MaxValue ? (ushort)1 : (ushort)(lastId + 1);
        var topicBytes = Encoding.UTF8.GetBytes(topic);
        var head = new byte[topicBytes.Length + 4];
        BinaryPrimitives.WriteUInt16BigEndian(head, (ushort)topicBytes.Length);
        topicBytes.CopyTo(head, 2);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(head.Length - 2), lastId);
        outgoing.WriteByte(0x32);
        WriteLength(head.Length + payload.Length);
        await outgoing.WriteAsync(head, cancellationToken);
        await outgoing.WriteAsync(payload, cancellationToken);
        inFlight++;
    }

    /// <summary>Completes when at most <paramref name="left"/> messages are unacknowledged.</summary>
    public async Task AcknowledgedAsync(int left, CancellationToken cancellationToken)
    {
        await outgoing.FlushAsync(cancellationToken);
        var packet = new byte[AnswerLength];
        while (inFlight > left)
        {
            await incoming.ReadExactlyAsync(packet, cancellationToken);
            if (packet[0] != Puback)
            {
                throw new IOException($"Expected an acknowledgement, got packet type 0x{packet[0]:x2}.");
            }

            inFlight--;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await outgoing.DisposeAsync();
        await incoming.DisposeAsync();
        client.Dispose();
    }

    private async Task SignInAsync(CancellationToken cancellationToken)
    {
        // CONNECT, protocol level 4, clean session, keep alive 60 s, client id "demo-meters".
        byte[] connect = [0x10, 23, 0, 4, (byte)'M', (byte)'Q', (byte)'T', (byte)'T', 4, 2, 0, 60, 0, 11, .. "demo-meters"u8];
        await outgoing.WriteAsync(connect, cancellationToken);
        await outgoing.FlushAsync(cancellationToken);
        var answer = new byte[AnswerLength];
        await incoming.ReadExactlyAsync(answer, cancellationToken);
        if (answer is not [Connack, 2, _, 0])
        {
            throw new IOException($"The endpoint refused the demo's meters with code {answer[3]}.");
        }
    }

    private void WriteLength(int length)
    {
        do
        {
            var digit = (byte)(length % 128);
            length /= 128;
            outgoing.WriteByte(length > 0 ? (byte)(digit | 0x80) : digit);
        }
        while (length > 0);
    }
}

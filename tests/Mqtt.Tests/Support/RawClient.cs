using System.Net;
using System.Net.Sockets;
using EmulationPlatform.Connectors.Mqtt.Protocol;

namespace EmulationPlatform.Mqtt.Tests.Support;

/// <summary>A client that sends exactly the bytes it is given.</summary>
internal sealed class RawClient : IAsyncDisposable
{
    private readonly TcpClient tcp = new() { NoDelay = true };

    public ProtocolVersion Version { get; set; } = ProtocolVersion.V5;

    public bool SessionPresent { get; set; }

    public byte[] Connack { get; set; } = [];

    /// <summary>Taken once: what the server sent before it closed can still be read afterwards.</summary>
    private NetworkStream Stream { get; set; } = null!;

    public static async Task<RawClient> OpenAsync(int port)
    {
        var client = new RawClient();
        await client.tcp.ConnectAsync(IPAddress.Loopback, port);
        client.Stream = client.tcp.GetStream();
        return client;
    }

    public async Task SendAsync(params byte[][] packets)
    {
        using var limit = new CancellationTokenSource(Eventually.Limit);
        await Stream.WriteAsync(packets.SelectMany(packet => packet).ToArray(), limit.Token);
    }

    public Task PublishAsync(string payload, int qos = 0, ushort id = 0, string topic = "tele/a/SENSOR", bool dup = false) =>
        SendAsync(Send.Publish(topic, payload, qos, id, Version, dup: dup));

    /// <summary>The next packet; fails when the connection ends instead.</summary>
    public async Task<(byte First, byte[] Body)> ReceiveAsync() =>
        await ReceiveOrEndAsync() ?? throw new Xunit.Sdk.XunitException("The connection ended.");

    /// <summary>Null when the connection has ended.</summary>
    public async Task<(byte First, byte[] Body)?> ReceiveOrEndAsync()
    {
        using var limit = new CancellationTokenSource(Eventually.Limit);
        try
        {
            var first = new byte[1];
            await Stream.ReadExactlyAsync(first, limit.Token);
            var length = 0;
            var digit = new byte[1];
            var shift = 0;
            do
            {
                await Stream.ReadExactlyAsync(digit, limit.Token);
                length |= (digit[0] & 0x7F) << shift;
                shift += 7;
            }
            while ((digit[0] & 0x80) != 0);

            var body = new byte[length];
            await Stream.ReadExactlyAsync(body, limit.Token);
            return (first[0], body);
        }
        catch (Exception e) when (e is EndOfStreamException or IOException)
        {
            return null;
        }
    }

    public async Task ExpectAsync(params byte[] packet)
    {
        var (first, body) = await ReceiveAsync();
        Assert.Equal(Convert.ToHexString(packet), Convert.ToHexString([first, (byte)body.Length, .. body]));
    }

    /// <summary>5.0: DISCONNECT with this reason, then the end.</summary>
    public async Task ExpectDisconnectAsync(ReasonCode code)
    {
        var (first, body) = await ReceiveAsync();
        Assert.Equal((0xE0, code), (first, (ReasonCode)body[0]));
        await ExpectEndAsync();
    }

    public async Task ExpectEndAsync() => Assert.Null(await ReceiveOrEndAsync());

    /// <summary>Everything sent so far was handled and nothing else came back.</summary>
    public async Task ExpectOnlyPingAnswerAsync()
    {
        await SendAsync(Send.PingRequest);
        await ExpectAsync(0xD0, 0);
    }

    /// <summary>Cuts the connection without a word.</summary>
    public void Cut() => tcp.Dispose();

    /// <summary>Resets the connection, as a device does that loses power and comes back.</summary>
    public void Reset()
    {
        tcp.LingerState = new LingerOption(enable: true, seconds: 0);
        tcp.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        tcp.Dispose();
        return ValueTask.CompletedTask;
    }
}

using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EmulationPlatform.EndToEnd.Support;

/// <summary>A device that publishes: packets of MQTT 3.1.1 and 5.0 over plain TCP, one after the other.</summary>
internal sealed class MqttClient : IAsyncDisposable
{
    public const byte Puback = 0x40;
    public const byte Pubrec = 0x50;
    public const byte Pubcomp = 0x70;

    private const byte Connack = 0x20;

    private readonly TcpClient tcp = new() { NoDelay = true };
    private readonly int version;
    private ushort lastId;

    private MqttClient(int version) => this.version = version;

    /// <summary>What the endpoint answered to CONNECT; 0 let us in.</summary>
    public byte ConnectCode { get; private set; }

    /// <summary>The endpoint still knew our session.</summary>
    public bool SessionPresent { get; private set; }

    private NetworkStream Stream => tcp.GetStream();

    /// <summary>Connects; whether we were let in is in <see cref="ConnectCode"/>.</summary>
    public static async Task<MqttClient> ConnectAsync(int port, MqttLogin login)
    {
        var client = new MqttClient(login.Version);
        await client.tcp.ConnectAsync(IPAddress.Loopback, port);
        await client.SendAsync(0x10, ConnectBody(login));
        var (_, body) = await client.ExpectAsync(Connack);
        (client.SessionPresent, client.ConnectCode) = ((body[0] & 1) == 1, body[1]);
        return client;
    }

    /// <summary>Publishes and waits until the endpoint took it over.</summary>
    /// <returns>The reason code of the acknowledgement; below 0x80 is a success.</returns>
    public async Task<byte> PublishAsync(string topic, string payload, int qos = 1)
    {
        var id = ++lastId;
        await SendPublishAsync(topic, payload, qos, id);
        switch (qos)
        {
            case 1:
                return Reason(await ExpectAsync(Puback));
            case 2:
                var reason = Reason(await ExpectAsync(Pubrec));
                await ReleaseAsync(id);
                return reason;
            default:
                return 0;
        }
    }

    public Task SendPublishAsync(string topic, string payload, int qos, ushort id, bool duplicate = false)
    {
        var name = Encoding.UTF8.GetBytes(topic);
        byte[] packetId = qos == 0 ? [] : Two(id);
        byte[] properties = version == 5 ? [0] : [];
        var first = (byte)(0x30 | (qos << 1) | (duplicate ? 8 : 0));
        return SendAsync(first, [.. Two((ushort)name.Length), .. name, .. packetId, .. properties, .. Encoding.UTF8.GetBytes(payload)]);
    }

    /// <summary>PUBREL and its answer.</summary>
    public async Task ReleaseAsync(ushort id)
    {
        await SendAsync(0x62, Two(id));
        await ExpectAsync(Pubcomp);
    }

    /// <exception cref="IOException">The connection ended.</exception>
    public async Task<(byte First, byte[] Body)> ExpectAsync(byte packet)
    {
        var answer = await ReceiveAsync();
        return (answer.First & 0xF0) == packet ? answer : throw new IOException($"Expected packet 0x{packet:x2}, got 0x{answer.First:x2} {Convert.ToHexString(answer.Body)}.");
    }

    public ValueTask DisposeAsync()
    {
        tcp.Dispose();
        return ValueTask.CompletedTask;
    }

    private static byte Reason((byte First, byte[] Body) acknowledgement) => acknowledgement.Body.Length > 2 ? acknowledgement.Body[2] : (byte)0;

    private static byte[] ConnectBody(MqttLogin login)
    {
        var flags = (byte)((login.LastingSession ? 0 : 2) | (login.User is null ? 0 : 0x80) | (login.Password is null ? 0 : 0x40));

        // Session expiry interval (0x11), in seconds.
        byte[] properties = (login.Version, login.LastingSession) switch { (5, true) => [5, 0x11, 0, 0, 0x0e, 0x10], (5, false) => [0], _ => [] };
        return
        [
            .. Text("MQTT"), (byte)login.Version, flags, 0, 60, .. properties, .. Text(login.ClientId),
            .. login.User is null ? [] : Text(login.User), .. login.Password is null ? [] : Text(login.Password),
        ];
    }

    private static byte[] Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. Two((ushort)bytes.Length), .. bytes];
    }

    private static byte[] Two(ushort number)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, number);
        return bytes;
    }

    private async Task SendAsync(byte first, byte[] body)
    {
        List<byte> packet = [first];
        var length = body.Length;
        do
        {
            var digit = (byte)(length % 128);
            length /= 128;
            packet.Add(length > 0 ? (byte)(digit | 0x80) : digit);
        }
        while (length > 0);

        using var limit = new CancellationTokenSource(Eventually.Limit);
        await Stream.WriteAsync((byte[])[.. packet, .. body], limit.Token);
    }

    private async Task<(byte First, byte[] Body)> ReceiveAsync()
    {
        using var limit = new CancellationTokenSource(Eventually.Limit);
        var one = new byte[1];
        await Stream.ReadExactlyAsync(one, limit.Token);
        var first = one[0];
        var length = 0;
        var shift = 0;
        do
        {
            await Stream.ReadExactlyAsync(one, limit.Token);
            length |= (one[0] & 0x7F) << shift;
            shift += 7;
        }
        while ((one[0] & 0x80) != 0);

        var body = new byte[length];
        await Stream.ReadExactlyAsync(body, limit.Token);
        return (first, body);
    }
}

using System.Text;
using EmulationPlatform.Connectors.Mqtt.Protocol;

namespace EmulationPlatform.Mqtt.Tests.Support;

/// <summary>Packets of a client, byte by byte.</summary>
internal static class Send
{
    public static byte[] PingRequest => [0xC0, 0];

    public static byte[] Connect(ConnectFields fields)
    {
        var v5 = fields.Version == ProtocolVersion.V5;
        List<byte> body = [.. Text("MQTT"), (byte)fields.Version, Flags(fields), .. Two(fields.KeepAliveSeconds)];
        if (v5)
        {
            byte[] expiry = fields.SessionExpirySeconds == 0 ? [] : [17, .. Four(fields.SessionExpirySeconds)];
            body.AddRange(WithLength([.. expiry, .. fields.Properties]));
        }

        body.AddRange(Text(fields.ClientId));
        if (fields.Will is { } will)
        {
            body.AddRange(v5 ? WithLength([24, .. Four(fields.WillDelaySeconds)]) : []);
            body.AddRange([.. Text(will.Topic), .. Text(will.Payload)]);
        }

        body.AddRange(fields.UserName is { } user ? Text(user) : []);
        body.AddRange(fields.Password is { } password ? Text(password) : []);
        return Packet(0x10, [.. body]);
    }

    public static byte[] Publish(
        string topic, string payload, int qos = 0, ushort id = 0, ProtocolVersion version = ProtocolVersion.V5, byte[]? properties = null, bool dup = false) =>
        Packet(
            (byte)(0x30 | (qos << 1) | (dup ? 8 : 0)),
            [
                .. Text(topic), .. qos == 0 ? [] : Two(id),
                .. version == ProtocolVersion.V5 ? WithLength(properties ?? []) : [], .. Encoding.UTF8.GetBytes(payload),
            ]);

    public static byte[] Pubrel(ushort id) => Packet(0x62, Two(id));

    public static byte[] Disconnect(byte? code = null, uint? expirySeconds = null) => Packet(
        0xE0, code is null ? [] : expirySeconds is { } seconds ? [code.Value, .. WithLength([17, .. Four(seconds)])] : [code.Value]);

    public static byte[] Subscribe(ushort id, ProtocolVersion version, params (string Filter, byte Options)[] filters) => Packet(
        0x82,
        [
            .. Two(id), .. version == ProtocolVersion.V5 ? new byte[] { 0 } : [],
            .. filters.SelectMany(filter => (byte[])[.. Text(filter.Filter), filter.Options]),
        ]);

    public static byte[] Unsubscribe(ushort id, ProtocolVersion version, params string[] filters) => Packet(
        0xA2, [.. Two(id), .. version == ProtocolVersion.V5 ? new byte[] { 0 } : [], .. filters.SelectMany(Text)]);

    public static byte[] Packet(byte first, byte[] body) => [first, .. WithLength(body)];

    public static byte[] Text(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return [.. Two((ushort)utf8.Length), .. utf8];
    }

    public static byte[] Two(ushort value) => [(byte)(value >> 8), (byte)value];

    public static byte[] Four(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static byte[] WithLength(byte[] body)
    {
        List<byte> length = [];
        var rest = body.Length;
        do
        {
            length.Add((byte)((rest & 0x7F) | (rest > 0x7F ? 0x80 : 0)));
            rest >>= 7;
        }
        while (rest > 0);

        return [.. length, .. body];
    }

    private static byte Flags(ConnectFields fields) => (byte)(
        (fields.CleanStart ? 2 : 0) | (fields.Will is null ? 0 : 4) | (fields.UserName is null ? 0 : 0x80) | (fields.Password is null ? 0 : 0x40));
}

using System.Buffers.Binary;
using System.Text;

namespace EmulationPlatform.Load.Publisher;

/// <summary>The packets beside PUBLISH that a publisher sends.</summary>
internal static class ControlPackets
{
    public const int ReleaseLength = 4;

    private const byte ConnectHeader = 0x10;
    private const byte ReleaseHeader = 0x62;
    private const byte UserNameAndPassword = 0xC0;
    private const byte SessionExpiryInterval = 0x11;
    private const uint SessionExpirySeconds = 3_600;

    public static ReadOnlyMemory<byte> Disconnect { get; } = new byte[] { 0xE0, 0x00 };

    /// <summary>Clean start 0, keep alive off; for MQTT 5.0 with a session expiry of an hour (MQTT 5.0 §3.1).</summary>
    public static byte[] Connect(string clientId, MqttLogin login, MqttVersion version)
    {
        var body = new MemoryStream();
        WriteText(body, "MQTT");
        body.WriteByte((byte)version);
        body.WriteByte(login.User is null ? (byte)0 : UserNameAndPassword);
        body.Write([0, 0]);
        if (version == MqttVersion.V5)
        {
            Span<byte> properties = [5, SessionExpiryInterval, 0, 0, 0, 0];
            BinaryPrimitives.WriteUInt32BigEndian(properties[2..], SessionExpirySeconds);
            body.Write(properties);
        }

        WriteText(body, clientId);
        if (login.User is not null)
        {
            WriteText(body, login.User);
            WriteText(body, login.Password);
        }

        return WithHeader(ConnectHeader, body.ToArray());
    }

    public static void WriteRelease(Span<byte> target, ushort identifier)
    {
        target[0] = ReleaseHeader;
        target[1] = 2;
        BinaryPrimitives.WriteUInt16BigEndian(target[2..], identifier);
    }

    /// <summary>Puts type and remaining length (MQTT 5.0 §2.1.4) before a body.</summary>
    public static byte[] WithHeader(byte first, ReadOnlySpan<byte> body)
    {
        Span<byte> header = stackalloc byte[5];
        header[0] = first;
        var length = 1;
        var rest = body.Length;
        do
        {
            header[length++] = (byte)((rest & 0x7F) | (rest > 0x7F ? 0x80 : 0));
            rest >>= 7;
        }
        while (rest > 0);

        return [.. header[..length], .. body];
    }

    private static void WriteText(MemoryStream target, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)bytes.Length);
        target.Write(length);
        target.Write(bytes);
    }
}

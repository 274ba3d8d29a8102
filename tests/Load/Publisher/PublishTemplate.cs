using System.Buffers.Binary;
using System.Text;

namespace EmulationPlatform.Load.Publisher;

/// <summary>
/// A device's PUBLISH with everything that never changes already written; per message only identifier, time and total are
/// filled in, so that the generator costs little beside the host it measures.
/// </summary>
internal sealed class PublishTemplate
{
    private const string Time = "2026-01-01T00:00:00.000";
    private const string Total = "100000.000";
    private const byte DuplicateFlag = 0x08;
    private const long MillisecondsPerMinute = 60_000;

    private static readonly TimeSpan LocalOffset = TimeSpan.FromHours(7);

    private readonly byte[] packet;
    private readonly int identifierAt;
    private readonly int timeAt;
    private readonly int totalAt;
    private long minuteInPlace = long.MinValue;

    public PublishTemplate(string topic, int qos, MqttVersion version)
    {
        var topicBytes = Encoding.UTF8.GetBytes(topic);
        var head = $"{{\"Time\":\"";
        var payload = Encoding.ASCII.GetBytes($"{head}{Time}\",\"ENERGY\":{{\"Total\":{Total}}}}}");
        var identifierLength = qos == 0 ? 0 : 2;
        var propertiesLength = version == MqttVersion.V5 ? 1 : 0;
        var body = new byte[2 + topicBytes.Length + identifierLength + propertiesLength + payload.Length];
        BinaryPrimitives.WriteUInt16BigEndian(body, (ushort)topicBytes.Length);
        topicBytes.CopyTo(body, 2);
        payload.CopyTo(body, body.Length - payload.Length);

        packet = ControlPackets.WithHeader((byte)(0x30 | (qos << 1)), body);
        var bodyAt = packet.Length - body.Length;
        identifierAt = identifierLength == 0 ? -1 : bodyAt + 2 + topicBytes.Length;
        timeAt = packet.Length - payload.Length + head.Length;
        totalAt = packet.Length - 2 - Total.Length;
    }

    public int Length => packet.Length;

    public void Write(Span<byte> target, ushort identifier, long atMilliseconds, long totalMilli)
    {
        WriteTime(atMilliseconds);
        packet.CopyTo(target);
        if (identifierAt >= 0)
        {
            BinaryPrimitives.WriteUInt16BigEndian(target[identifierAt..], identifier);
        }

        WriteDigits(target.Slice(totalAt, 6), totalMilli / 1_000);
        WriteDigits(target.Slice(totalAt + 7, 3), totalMilli % 1_000);
        WriteDigits(target.Slice(timeAt + 17, 2), atMilliseconds % MillisecondsPerMinute / 1_000);
        WriteDigits(target.Slice(timeAt + 20, 3), atMilliseconds % 1_000);
    }

    /// <summary>[MQTT-3.3.1-1]: DUP is set when the client sends a PUBLISH again.</summary>
    public static void MarkDuplicate(Span<byte> target) => target[0] |= DuplicateFlag;

    // Date, hour and minute change rarely; they stay in the template.
    private void WriteTime(long atMilliseconds)
    {
        var minute = atMilliseconds / MillisecondsPerMinute;
        if (minute == minuteInPlace)
        {
            return;
        }

        var local = DateTimeOffset.FromUnixTimeMilliseconds(minute * MillisecondsPerMinute).ToOffset(LocalOffset);
        WriteDigits(packet.AsSpan(timeAt, 4), local.Year);
        WriteDigits(packet.AsSpan(timeAt + 5, 2), local.Month);
        WriteDigits(packet.AsSpan(timeAt + 8, 2), local.Day);
        WriteDigits(packet.AsSpan(timeAt + 11, 2), local.Hour);
        WriteDigits(packet.AsSpan(timeAt + 14, 2), local.Minute);
        minuteInPlace = minute;
    }

    private static void WriteDigits(Span<byte> target, long number)
    {
        for (var i = target.Length - 1; i >= 0; i--)
        {
            (number, var digit) = Math.DivRem(number, 10);
            target[i] = (byte)('0' + digit);
        }
    }
}

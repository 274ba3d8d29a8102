using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EmulationPlatform.Sdk;

/// <summary>
/// What a connector knows about one register of one device. Connectors keep one instance per register and reuse it, since
/// the id is computed when it is made.
/// </summary>
public sealed class SourceDescriptor
{
    public SourceDescriptor(
        string connector, string profile, string topic, string metric, SourceKind kind, FlowDirection direction, string? channel, string measure)
        : this(MakeId(topic, metric, direction, kind, channel), connector, profile, topic, metric, kind, direction, channel, measure)
    {
    }

    /// <summary>A source that has its id already; its settings may have been changed since the id was made.</summary>
    public SourceDescriptor(
        string id, string connector, string profile, string topic, string metric, SourceKind kind, FlowDirection direction, string? channel, string measure)
    {
        Connector = connector;
        Profile = profile;
        Topic = topic;
        Metric = metric;
        Kind = kind;
        Direction = direction;
        Channel = channel;
        Measure = measure;
        Id = id;
    }

    /// <summary>Readable part of the topic and a hash; the same for the same topic, metric, direction, kind and channel.</summary>
    public string Id { get; }

    public string Connector { get; }

    public string Profile { get; }

    /// <summary>MQTT topic, or the address by which another connector names the device.</summary>
    public string Topic { get; }

    public string Metric { get; }

    public SourceKind Kind { get; }

    public FlowDirection Direction { get; }

    /// <summary>Phase, tariff or input of the device, or null when it has one.</summary>
    public string? Channel { get; }

    /// <summary>Measure of the values handed over: <c>kWh</c>, <c>W</c>, <c>m3</c>, <c>m3/h</c>, <c>pages</c>, <c>jobs</c>, <c>pulses</c>.</summary>
    public string Measure { get; }

    private static string MakeId(string topic, string metric, FlowDirection direction, SourceKind kind, string? channel)
    {
        var identity = string.Create(CultureInfo.InvariantCulture, $"{topic}\n{metric}\n{direction}\n{kind}\n{channel}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(identity));
        var readable = new StringBuilder();
        foreach (var c in topic)
        {
            if (readable.Length == 40)
            {
                break;
            }

            if (char.IsAsciiLetterOrDigit(c))
            {
                readable.Append(char.ToLowerInvariant(c));
            }
            else if (readable.Length > 0 && readable[^1] != '-')
            {
                readable.Append('-');
            }
        }

        var separator = readable.Length > 0 && readable[^1] != '-' ? "-" : "";
        return $"{readable}{separator}{metric.Replace('_', '-')}-{Convert.ToHexStringLower(hash.AsSpan(0, 6))}";
    }
}

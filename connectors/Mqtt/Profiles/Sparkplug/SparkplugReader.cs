using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using Google.Protobuf;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>
/// Shows Sparkplug B messages to the rules as JSON: <c>{"timestamp":…,"metrics":[{"name","value","unit","timestamp"}]}</c>.
/// DATA messages name their metrics by alias only, so the last birth of each node is remembered.
/// </summary>
internal sealed class SparkplugReader
{
    /// <summary>Edge nodes remembered; beyond it the memory starts over and nodes must be born again.</summary>
    private const int KeptNodes = 200;

    private readonly ConcurrentDictionary<string, SparkplugNode> nodes = new();

    /// <returns>The document; empty when the message cannot be read, then the reason is with <paramref name="collector"/>.</returns>
    public byte[] ToJson(string topic, ReadOnlySpan<byte> bytes, ReadingCollector collector)
    {
        // spBv1.0/{group}/{type}/{node}[/{device}]
        var levels = topic.Split('/');
        if (levels.Length is < 4 or > 5)
        {
            return [];
        }

        SparkplugPayload payload;
        try
        {
            payload = SparkplugPayload.Read(bytes);
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or EndOfStreamException or ArgumentException)
        {
            collector.Reject(
                "badPayload", "The payload is no Sparkplug B message (protobuf): it is cut short or something else was published on this topic.");
            return "{}"u8.ToArray();
        }

        var device = levels.Length == 5 ? levels[4] : "";
        var node = NodeOf($"{levels[1]}\n{levels[3]}");
        Learn(node, levels[2], device, payload);
        return Write(node, device, payload, collector);
    }

    private SparkplugNode NodeOf(string key)
    {
        if (nodes.Count >= KeptNodes && !nodes.ContainsKey(key))
        {
            nodes.Clear();
        }

        return nodes.GetOrAdd(key, static _ => new SparkplugNode());
    }

    private static void Learn(SparkplugNode node, string type, string device, SparkplugPayload payload)
    {
        if (type is not ("NBIRTH" or "DBIRTH"))
        {
            return;
        }

        if (type == "NBIRTH")
        {
            node.Forget();
        }

        foreach (var metric in payload.Metrics)
        {
            if (metric.Name is { Length: > 0 } name)
            {
                node.Learn(device, metric.Alias, new SparkplugMetric(name, metric.Unit));
            }
        }
    }

    private static byte[] Write(SparkplugNode node, string device, SparkplugPayload payload, ReadingCollector collector)
    {
        var output = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteStartArray("metrics");
            foreach (var metric in payload.Metrics)
            {
                var known = node.Find(device, metric.Alias, metric.Name);
                var name = metric.Name is { Length: > 0 } own ? own : known?.Name;
                if (name is null)
                {
                    collector.Reject(
                        "badPayload",
                        $"Metric alias {metric.Alias} has no name: no birth message of this node was seen since the start. "
                        + "Ask the node for a rebirth, then replay this message.");
                    continue;
                }

                json.WriteStartObject();
                json.WriteString("name", name);
                WriteTime(json, metric.Timestamp ?? payload.Timestamp);
                WriteText(json, "unit", metric.Unit ?? known?.Unit);
                WriteValue(json, metric);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private static void WriteTime(Utf8JsonWriter json, ulong? milliseconds)
    {
        if (milliseconds is { } time)
        {
            json.WriteNumber("timestamp", time);
        }
    }

    private static void WriteText(Utf8JsonWriter json, string key, string? text)
    {
        if (text is not null)
        {
            json.WriteString(key, text);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, SparkplugValue metric)
    {
        json.WritePropertyName("value");
        switch (metric.IsNull ? null : metric.Value)
        {
            case long number:
                json.WriteNumberValue(number);
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case float or double:
                json.WriteStringValue("NaN");
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}

using System.Text;
using EmulationPlatform.Connectors.Mqtt.Protocol;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>Spares the check and the string of a topic for each message; a device has a handful of topics, a gateway hundreds.</summary>
internal sealed class TopicCache(TopicGrant grant)
{
    // Beyond it the cache starts anew: a client that never repeats a topic must not fill the memory.
    private const int MaxTopics = 1_024;

    private readonly Dictionary<int, KnownTopic> topics = [];
    private KnownTopic? last;

    /// <exception cref="BrokenProtocolException">The topic is not valid.</exception>
    public KnownTopic Get(ReadOnlySpan<byte> utf8)
    {
        if (last is not null && utf8.SequenceEqual(last.Utf8))
        {
            return last;
        }

        var hash = default(HashCode);
        hash.AddBytes(utf8);
        var key = hash.ToHashCode();
        if (!topics.TryGetValue(key, out var known) || !utf8.SequenceEqual(known.Utf8))
        {
            known = Check(utf8);
            if (topics.Count >= MaxTopics)
            {
                topics.Clear();
            }

            topics[key] = known;
        }

        last = known;
        return known;
    }

    private KnownTopic Check(ReadOnlySpan<byte> utf8)
    {
        // [MQTT-3.3.2-1]: a topic is a UTF-8 string; 3.1.1 says the same.
        if (!MqttText.IsValid(utf8))
        {
            BrokenProtocolException.Malformed("topic name is not valid UTF-8 or holds U+0000");
        }

        if (!Topics.IsValidName(utf8))
        {
            throw new BrokenProtocolException(
                ReasonCode.TopicNameInvalid, "topic name is empty or holds a wildcard [MQTT-3.3.2-2], [MQTT-4.7.3-1]");
        }

        var name = Encoding.UTF8.GetString(utf8);
        return new KnownTopic(name, utf8.ToArray(), grant.MayPublish(name));
    }
}

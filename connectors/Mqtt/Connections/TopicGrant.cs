using EmulationPlatform.Connectors.Mqtt.Protocol;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>The topics a client may publish to.</summary>
internal sealed class TopicGrant(IReadOnlyList<string> patterns)
{
    public static TopicGrant All { get; } = new(["#"]);

    public bool MayPublish(string topic)
    {
        if (Topics.BelongsToServer(topic))
        {
            return false;
        }

        foreach (var pattern in patterns)
        {
            if (Topics.Matches(pattern, topic))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Collections.Concurrent;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>All profiles in force, in the order they are asked. Never changes; a reload makes a new one.</summary>
internal sealed class ProfileSet(IReadOnlyList<Profile> profiles)
{
    /// <summary>
    /// An agency has some thousand topics. Beyond the limit all are worked out anew, so that invented topics cannot fill
    /// the memory.
    /// </summary>
    private const int KeptTopics = 10_000;

    private readonly ConcurrentDictionary<string, TopicPlan> topics = new();
    private int kept;

    public IReadOnlyList<Profile> Profiles => profiles;

    public TopicPlan PlanFor(string topic)
    {
        if (topics.TryGetValue(topic, out var plan))
        {
            return plan;
        }

        var made = TopicPlan.For(topic, profiles);
        if (Interlocked.Increment(ref kept) > KeptTopics)
        {
            topics.Clear();
            Volatile.Write(ref kept, 1);
        }

        topics[topic] = made;
        return made;
    }
}

using System.Collections.Concurrent;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>A reading of one topic, with the sources it gave so far: a descriptor is costly to make.</summary>
internal sealed class ReadingPlan
{
    /// <summary>A device has a handful of channels; a payload that invents names must not fill the memory.</summary>
    private const int KeptChannels = 1_000;

    private const int ChannelLength = 128;

    private readonly string topic;
    private readonly string profile;
    private readonly SourceDescriptor? only;
    private ConcurrentDictionary<string, SourceDescriptor>? byChannel;

    public ReadingPlan(ReadingSpec spec, string profile, string topic, Slot[] topicSlots, int topicSlotCount)
    {
        Spec = spec;
        this.profile = profile;
        this.topic = topic;
        if (spec.Channel is null || spec.Channel.IsConstant(topicSlotCount))
        {
            Span<char> channel = stackalloc char[ChannelLength];
            var length = spec.Channel?.Write(channel, topicSlots, new MessageTree()) ?? 0;
            only = Describe(length == 0 ? null : channel[..length].ToString());
        }
    }

    public ReadingSpec Spec { get; }

    public SourceDescriptor Source(ReadOnlySpan<Slot> slots, MessageTree tree)
    {
        if (only is not null)
        {
            return only;
        }

        Span<char> channel = stackalloc char[ChannelLength];
        var length = Spec.Channel!.Write(channel, slots, tree);
        var known = LazyInitializer.EnsureInitialized(ref byChannel, static () => new ConcurrentDictionary<string, SourceDescriptor>(1, 4));
        if (known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(channel[..length], out var source))
        {
            return source;
        }

        var made = Describe(length == 0 ? null : channel[..length].ToString());
        if (known.Count < KeptChannels)
        {
            known.TryAdd(channel[..length].ToString(), made);
        }

        return made;
    }

    private SourceDescriptor Describe(string? channel) =>
        new("mqtt", profile, topic, Spec.Metric.Id, Spec.Kind, Spec.Direction, channel, Spec.Measure);
}

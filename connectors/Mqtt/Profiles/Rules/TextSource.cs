namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>A text of the message: at a path, or made of captured names. One of the two is set.</summary>
internal sealed record TextSource(JsonPath? Path, Template? Template)
{
    /// <summary>Fixed by the topic alone.</summary>
    public bool IsConstant(int topicSlots) => Template is { } template && template.IsConstant(topicSlots);
}

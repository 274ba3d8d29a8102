namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>For messages of these topics, when these conditions hold: these readings, or knowingly none.</summary>
internal sealed class Rule
{
    public required TopicPattern Topic { get; init; }

    public required PayloadForm Payload { get; init; }

    /// <summary>On the message.</summary>
    public required Condition[] When { get; init; }

    /// <summary>On each element.</summary>
    public required Condition[] Where { get; init; }

    /// <summary>The readings are looked for in every element found here; null: in the message.</summary>
    public required JsonPath? Each { get; init; }

    public required TextCapture? Capture { get; init; }

    /// <summary>Empty: the message is known and holds nothing to read.</summary>
    public required ReadingSpec[] Readings { get; init; }

    /// <summary>Slots up to here are filled by the topic.</summary>
    public required int TopicSlots { get; init; }
}

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>What a variable holds while a message is read: a text, or bytes of the message.</summary>
/// <param name="Raw">The captured text; null when it is bytes of the tree.</param>
/// <param name="Shown">What templates write instead of the captured text, such as L1 for a; null for the same.</param>
internal readonly record struct Slot(string? Raw, int Start, int Length, string? Shown);

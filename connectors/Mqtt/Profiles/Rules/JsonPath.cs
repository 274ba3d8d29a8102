namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Where values stand in a message.</summary>
/// <param name="Text">As written, for messages to people.</param>
/// <param name="FromRoot">Starts at the message, not at the element that <c>each</c> names.</param>
internal sealed record JsonPath(string Text, bool FromRoot, PathStep[] Steps);

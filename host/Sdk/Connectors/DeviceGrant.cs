namespace EmulationPlatform.Sdk;

/// <summary>What a device that signed in may do.</summary>
/// <param name="TopicPatterns">MQTT topic filters (<c>+</c> and <c>#</c> allowed) that it may publish to.</param>
public sealed record DeviceGrant(string Name, IReadOnlyList<string> TopicPatterns);

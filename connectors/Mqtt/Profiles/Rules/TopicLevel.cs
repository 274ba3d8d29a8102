namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>One level of a topic pattern.</summary>
/// <param name="Literal">The exact level, or null.</param>
/// <param name="Pattern">A level with a variable part, or null.</param>
/// <param name="Many">Any number of levels, <paramref name="AtLeast"/> or more; kept in <paramref name="Slot"/> unless -1.</param>
internal sealed record TopicLevel(string? Literal, KeyPattern? Pattern, bool Many, int AtLeast, int Slot);

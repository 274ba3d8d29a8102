namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>What must hold for a rule to speak.</summary>
internal sealed record Condition(TextSource Source, ConditionKind Kind, string[] Texts, TextPattern? Pattern, int Count);

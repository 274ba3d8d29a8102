namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>One allowed text of a variable, and what templates show for it.</summary>
internal sealed record KeyChoice(byte[] Text, string Shown);

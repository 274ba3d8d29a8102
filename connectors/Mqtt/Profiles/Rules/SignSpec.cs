namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>The value counts negative when the text at <paramref name="Source"/> is one of <paramref name="Negative"/>.</summary>
internal sealed record SignSpec(TextSource Source, string[] Negative);

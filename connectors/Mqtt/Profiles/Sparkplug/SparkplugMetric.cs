namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>What a birth message says about an alias.</summary>
internal sealed record SparkplugMetric(string Name, string? Unit);

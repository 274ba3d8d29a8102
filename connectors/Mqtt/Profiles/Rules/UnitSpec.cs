namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <param name="Fixed">The unit; with a <paramref name="Source"/> the one for messages that do not say it, or null for none.</param>
internal sealed record UnitSpec(MeterUnit? Fixed, TextSource? Source);

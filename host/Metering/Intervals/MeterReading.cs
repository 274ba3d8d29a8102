using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>What a register showed at one moment.</summary>
public readonly record struct MeterReading(Instant At, RegisterValue Value);

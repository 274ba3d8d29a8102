using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Facilities;

/// <summary>What the register showed at a moment, by the word of a person.</summary>
public sealed record HandValue(Instant At, decimal Value);

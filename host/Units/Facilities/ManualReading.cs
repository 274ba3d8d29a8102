using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Facilities;

/// <summary>A reading that a person took from the meter.</summary>
/// <param name="Value">As the register shows it.</param>
/// <param name="Evidence">Hash of a photo in the evidence store; null without one.</param>
public sealed record ManualReading(Instant At, decimal Value, string Reason, string? Evidence);

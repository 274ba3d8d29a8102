namespace EmulationPlatform.Metering;

/// <summary>A reading that does not fit and waits for later ones to say why.</summary>
/// <param name="IsHigh">It rose faster than the source can; otherwise it fell.</param>
public readonly record struct OpenReading(MeterReading Reading, bool IsHigh);

using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Views;

/// <summary>A reading handed over by a program or a person. <paramref name="Value"/> is null when it was not a finite number in range.</summary>
public sealed record PostedReading(string Source, Instant? At, decimal? Value, string? Problem);

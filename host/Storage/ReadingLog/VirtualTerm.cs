namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>A virtual source's part: the consumption of another source times a coefficient.</summary>
public sealed record VirtualTerm(int Source, int Term, decimal Coefficient);

using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>A stretch, start and end excluded, inside which folding must not start.</summary>
public readonly record struct UnsettledSpan(Instant Start, Instant End);

using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>How far a source's readings are in its stored hours.</summary>
/// <param name="UnsettledSince">The state depends on readings since then; null when the last three are enough.</param>
public sealed record FoldRow(int Source, Instant ThroughAt, CounterState State, Instant? UnsettledSince);

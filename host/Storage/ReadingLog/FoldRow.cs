using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>How far a source's readings are in its stored hours.</summary>
public sealed record FoldRow(int Source, Instant ThroughAt, Instant ReferenceAt, Instant? SuspectAt);

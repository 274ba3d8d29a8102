using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>A topic nothing understands; when written, <paramref name="Count"/> is added.</summary>
public sealed record UnmatchedRow(string Connector, string Topic, long Count, ReadOnlyMemory<byte> LastPayload, Instant LastAt);

using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>A message, or part of one, that could not be used, with its raw bytes.</summary>
/// <param name="Id">0 before it is stored.</param>
public sealed record QuarantineRow(
    long Id, string Connector, string Topic, ReadOnlyMemory<byte> Payload, string Code, string Reason, Instant ReceivedAt, Instant? ReplayedAt);

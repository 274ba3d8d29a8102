using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Tables;

/// <summary>A frozen result without its board, which can be large.</summary>
/// <param name="Hash">Over all fields and the board, 64 hexadecimal digits, small letters: what a printed report can cite.</param>
public sealed record SnapshotRow(long No, string Movement, string Period, Instant TakenAt, string Author, string Reason, long? Replaces, string Hash);

namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>State of the writing side of the database.</summary>
/// <param name="Problem">Why nothing can be written; null when it can.</param>
/// <param name="Commits">Transactions since start.</param>
/// <param name="WalBytes">Size of the write-ahead log.</param>
public sealed record WriterHealth(string? Problem, long Commits, long Rows, long WalBytes);

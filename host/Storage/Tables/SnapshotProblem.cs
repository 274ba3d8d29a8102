namespace EmulationPlatform.Storage.Tables;

public sealed record SnapshotProblem(SnapshotDifference What, long No, string Sentence);

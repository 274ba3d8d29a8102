namespace EmulationPlatform.Storage.Evidence;

/// <param name="File">The hash, or for an orphan its place below the folder of evidence.</param>
public sealed record EvidenceProblem(EvidenceDifference What, string File, string Sentence);

namespace EmulationPlatform.Storage.Audit;

/// <param name="No">The first row concerned.</param>
public sealed record AuditProblem(AuditDifference What, long No, string Sentence);

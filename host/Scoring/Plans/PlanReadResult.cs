namespace EmulationPlatform.Scoring.Plans;

/// <param name="Plan">Null when there is an error.</param>
/// <param name="Problems">All of them, in the order of the file.</param>
public sealed record PlanReadResult(Plan? Plan, IReadOnlyList<PlanProblem> Problems);

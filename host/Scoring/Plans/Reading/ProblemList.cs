namespace EmulationPlatform.Scoring.Plans;

/// <summary>Collects what is wrong with one file, so that a reader can go on after an error.</summary>
internal sealed class ProblemList(string file)
{
    private readonly List<PlanProblem> problems = [];

    public bool HasErrors => problems.Exists(problem => problem.Severity == ProblemSeverity.Error);

    public void Error(PlanPosition at, string message) => problems.Add(new(ProblemSeverity.Error, file, at.Line, at.Column, message));

    public void Warning(PlanPosition at, string message) => problems.Add(new(ProblemSeverity.Warning, file, at.Line, at.Column, message));

    public IReadOnlyList<PlanProblem> InOrder() => [.. problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];
}

namespace EmulationPlatform.Scoring.Plans;

/// <summary>Collects what is wrong with one file, so that a reader can go on after an error.</summary>
/// <param name="isKept">The file was in use already: what is demanded only of new files is a warning, so that it can still be read.</param>
internal sealed class ProblemList(string file, bool isKept = false)
{
    private readonly List<PlanProblem> problems = [];

    public bool HasErrors => problems.Exists(problem => problem.Severity == ProblemSeverity.Error);

    public void Error(PlanPosition at, string message) => problems.Add(new(ProblemSeverity.Error, file, at.Line, at.Column, message));

    /// <summary>What a file must be mended for before it is put to use.</summary>
    public void Demand(PlanPosition at, string message) => problems.Add(new(isKept ? ProblemSeverity.Warning : ProblemSeverity.Error, file, at.Line, at.Column, message));

    public void Warning(PlanPosition at, string message) => problems.Add(new(ProblemSeverity.Warning, file, at.Line, at.Column, message));

    public IReadOnlyList<PlanProblem> InOrder() => [.. problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];
}

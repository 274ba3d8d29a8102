using System.Globalization;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>One thing to change in a plan file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record PlanProblem(ProblemSeverity Severity, string File, int Line, int Column, string Message)
{
    /// <summary>The form editors make clickable: <c>file:line:column: error: message</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{File}:{Line}:{Column}: {(Severity == ProblemSeverity.Error ? "error" : "warning")}: {Message}");
}

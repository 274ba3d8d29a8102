namespace EmulationPlatform.Scoring.Plans;

public enum ProblemSeverity
{
    /// <summary>The plan cannot be used.</summary>
    Error,

    /// <summary>The plan can be used; somebody should look at this before a period is frozen.</summary>
    Warning,
}

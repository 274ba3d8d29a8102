namespace EmulationPlatform.Scoring.Plans;

/// <summary>A place in a plan file, both numbers from 1.</summary>
internal readonly record struct PlanPosition(int Line, int Column)
{
    public static PlanPosition Start => new(1, 1);
}

namespace EmulationPlatform.Scoring.Plans;

/// <summary>What a step towards a target costs a unit.</summary>
public enum Effort
{
    Low,
    Medium,
    High,
}

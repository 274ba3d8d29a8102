namespace EmulationPlatform.Scoring.Plans;

/// <summary>On whose sheet a target stands.</summary>
public enum TargetLevel
{
    Unit,
    Organisation,
    Both,
}

namespace EmulationPlatform.Scoring.Plans;

/// <summary>What a quota is a share of.</summary>
public enum QuotaBase
{
    Units,
    People,
    Band,
}

namespace EmulationPlatform.Scoring.Rules;

/// <summary>What a unit is compared with inside its peer group.</summary>
public enum PeerMeasure
{
    Best,
    Median,
    Mean,
}

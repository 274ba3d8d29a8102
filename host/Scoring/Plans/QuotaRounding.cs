namespace EmulationPlatform.Scoring.Plans;

public enum QuotaRounding
{
    Down,
    Up,
    Nearest,
}

namespace EmulationPlatform.Scoring.Plans;

/// <summary>How often there should be news of a figure.</summary>
public enum Cadence
{
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

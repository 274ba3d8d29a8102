namespace EmulationPlatform.Units.Views;

public enum Granularity
{
    Hour,
    Day,
    Month,
    Year,

    /// <summary>One row for the whole range.</summary>
    Total,
}

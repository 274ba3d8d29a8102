namespace EmulationPlatform.Scoring.Rules;

/// <summary>How parts become one attainment.</summary>
public enum Combination
{
    /// <summary>Mean by weights over the parts that apply.</summary>
    Weighted,

    /// <summary>Sum of weight times attainment, within 0 to 1; weights below 0 deduct.</summary>
    Total,

    /// <summary>The weakest part: all must hold.</summary>
    Lowest,

    /// <summary>The best part: only the highest counts.</summary>
    Highest,

    /// <summary>The first part that applies.</summary>
    First,
}

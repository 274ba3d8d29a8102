namespace EmulationPlatform.Sdk;

/// <summary>Value of an indicator for one unit and period, with everything a rule needs to judge it.</summary>
/// <param name="Value">In the indicator's measure; null when nothing is known.</param>
/// <param name="Coverage">0 to 1: share of what should be known that is known.</param>
public sealed record IndicatorResult(DataState State, decimal? Value, decimal Coverage)
{
    /// <summary>What the value is compared with over the same covered time (matched base period).</summary>
    public decimal? Reference { get; init; }

    /// <summary>The comparison over all elapsed time, covered or not.</summary>
    public decimal? ReferenceElapsed { get; init; }

    /// <summary>Best value that could hide in what is missing; null when nothing bounds it.</summary>
    public decimal? Best { get; init; }

    /// <summary>Worst value that could hide in what is missing; null when nothing bounds it.</summary>
    public decimal? Worst { get; init; }

    public Instant? UpdatedAt { get; init; }

    /// <summary>The base year is one total shared equally over the months ("gốc phẳng").</summary>
    public bool FlatBaseline { get; init; }

    /// <summary>Base year of <see cref="Reference"/>.</summary>
    public int? BaselineYear { get; init; }

    /// <summary>Why there is no value, or why the formula failed.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>Ids of the sources or entries that the value was made of.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];
}

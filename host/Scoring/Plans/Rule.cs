namespace EmulationPlatform.Scoring.Plans;

/// <summary>How a value becomes an attainment between 0 and 1. A closed family.</summary>
public abstract record Rule
{
    private Rule()
    {
    }

    /// <summary>Full points when the value is not above the same months of the base year, else none.</summary>
    public sealed record NotAboveBase(int BaseYear) : Rule;

    /// <summary>
    /// The share reached of the cut that is due: the cut grows linearly from 0 in <paramref name="BaseYear"/> to
    /// <paramref name="Fraction"/> in <paramref name="ByYear"/> (scoring: "Reduce by X % vs base year").
    /// </summary>
    /// <param name="Fraction">Over 0 to 1; 0.5 halves the base.</param>
    public sealed record Reduce(int BaseYear, decimal Fraction, int ByYear) : Rule;
}

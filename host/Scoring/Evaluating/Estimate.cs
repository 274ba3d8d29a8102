using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Evaluating;

/// <summary>What a figure is known to be, ready for a scale.</summary>
/// <param name="Value">Null when nothing is known.</param>
/// <param name="Unit">What 1 on the scale is worth, for the time that is covered; values are kept undivided so that nothing is rounded.</param>
/// <param name="WholeUnit">The same for all elapsed time, covered or not.</param>
/// <param name="Least">Lower bound; null when nothing bounds it.</param>
/// <param name="Most">Upper bound; null when nothing bounds it.</param>
internal sealed record Estimate(DataState State, decimal? Value, decimal Unit, decimal WholeUnit, decimal? Least, decimal? Most, IndicatorResult Result)
{
    public decimal Coverage { get; init; } = Math.Clamp(Result.Coverage, 0m, 1m);

    public LocalizedText? Reason { get; init; } = Result.Reason;

    /// <summary>Who owes the figure when it has no value.</summary>
    public MissingBy MissingBy { get; init; } = Result.MissingBy;

    public static Estimate Unknown(DataState state, IndicatorResult result) => new(state, null, 1m, 1m, null, null, result);
}

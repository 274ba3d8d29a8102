using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>Something a unit can do for points.</summary>
/// <param name="Gain">Points that are due and not reached.</param>
/// <param name="Required">Value that would give them all, in the leading figure's measure; null when no single value does.</param>
public sealed record NextStep(Target Target, decimal Gain, decimal? Value, decimal? Required, string Measure);

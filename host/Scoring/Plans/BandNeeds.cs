namespace EmulationPlatform.Scoring.Plans;

/// <summary>What a band asks for beside the score, all as attainments 0 to 1.</summary>
/// <param name="Committed">Least attainment of every committed target; null: none asked.</param>
public sealed record BandNeeds(decimal? Committed, IReadOnlyDictionary<string, decimal> Pillars, IReadOnlyDictionary<string, decimal> Targets);

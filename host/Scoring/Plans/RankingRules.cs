namespace EmulationPlatform.Scoring.Plans;

/// <param name="Coverage">Least coverage, 0 to 1, with which a unit is ranked and classified while results are provisional.</param>
/// <param name="FrozenCoverage">The same when a period is frozen.</param>
/// <param name="Days">A unit that has existed for fewer days of the period is not ranked.</param>
public sealed record RankingRules(decimal Coverage, decimal FrozenCoverage, int Days)
{
    public static RankingRules Usual { get; } = new(0.80m, 0.95m, 90);
}

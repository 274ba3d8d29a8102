using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>A unit's sheet from its indicators. Pure: same plan and results, same card.</summary>
public static class ScorecardCalculator
{
    /// <param name="result">The target's indicator, evaluated for the unit and period.</param>
    /// <param name="measure">Measure of the target's indicator, for example <c>kWh</c>.</param>
    /// <param name="asOf">Moment looked at; decides what is stale.</param>
    public static Scorecard Calculate(
        Plan plan, string unit, Func<Target, IndicatorResult> result, Func<Target, string> measure, Period period, Instant asOf)
    {
        var totals = new SheetTotals();
        var targets = new List<TargetScore>(plan.Targets.Count);
        foreach (var target in plan.Targets)
        {
            var score = TargetJudge.Judge(target, result(target), measure(target), period, asOf);
            targets.Add(score);
            if (score.IsDue)
            {
                totals.Add(target.Weight, score.Attainment, score.Coverage, score.FloorAttainment, score.CeilingAttainment);
            }
        }

        return new(unit, totals.Score, totals.Coverage, totals.Floor, totals.Ceiling, BandOf(plan, totals.Score, totals.Coverage), targets);
    }

    /// <summary>The best band whose threshold the unrounded score reaches.</summary>
    /// <summary>Null below the plan's coverage limit: a few days' readings are no classification.</summary>
    internal static Band? BandOf(Plan plan, decimal? score, decimal? coverage) =>
        coverage >= plan.RankingCoverage ? plan.Bands.FirstOrDefault(band => score >= band.From) : null;
}

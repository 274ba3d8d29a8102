using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>The agency's sheet from those of its units: each target is judged by the share of units that meet it in full.</summary>
public static class OrganisationCalculator
{
    public static OrganisationCard Calculate(Plan plan, IReadOnlyList<Scorecard> cards)
    {
        var totals = new SheetTotals();
        var byTarget = cards.SelectMany(card => card.Targets).Where(score => score.IsDue).ToLookup(score => score.Target.Id);
        var targets = new List<OrganisationTarget>(plan.Targets.Count);
        foreach (var target in plan.Targets)
        {
            var result = Of(target, [.. byTarget[target.Id]]);
            targets.Add(result);
            if (result.Due > 0)
            {
                totals.Add(target.Weight, result.Attainment, result.Coverage, result.FloorAttainment, result.CeilingAttainment);
            }
        }

        return new(totals.Score, totals.Coverage, totals.Floor, totals.Ceiling, ScorecardCalculator.BandOf(plan, totals.Score, totals.Coverage), targets);
    }

    /// <summary>
    /// The bounds count the units' own bounds, so that a unit which hides its bad month is met for the attainment but not for
    /// the floor.
    /// </summary>
    private static OrganisationTarget Of(Target target, IReadOnlyList<TargetScore> due)
    {
        if (due.Count == 0)
        {
            return new(target, 0, 0, 0, null, null, 0m, 0m, 1m);
        }

        var met = due.Count(score => score.Attainment >= 1m);
        var known = due.Count(score => score.Attainment is not null);
        var attainment = known > 0 ? (decimal)met / known : (decimal?)null;
        return new(
            target,
            met,
            known,
            due.Count,
            attainment,
            target.Weight * attainment,
            due.Sum(score => score.Coverage) / due.Count,
            (decimal)due.Count(score => score.FloorAttainment >= 1m) / due.Count,
            (decimal)due.Count(score => score.CeilingAttainment >= 1m) / due.Count);
    }
}

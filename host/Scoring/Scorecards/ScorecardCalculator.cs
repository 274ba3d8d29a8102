using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>A unit's sheet from what is known of it. Pure: same plan and inputs, same card.</summary>
public static class ScorecardCalculator
{
    /// <param name="measureOf">Measure of an indicator or declared figure, for example <c>kWh</c>.</param>
    public static Scorecard Calculate(Plan plan, UnitInputs inputs, Func<string, string> measureOf)
    {
        var targets = plan.Targets.Where(target => target.IsOnUnitSheet).Select(target => TargetJudge.Judge(target, target.Weight, inputs, measureOf)).ToList();
        var totals = SheetTotals.Of(targets);
        var bonus = targets
            .Where(score => score.Target.Commitment == Commitment.Encouraged)
            .OrderBy(score => score.Target.Id, StringComparer.Ordinal)
            .Sum(score => score.Points ?? 0m);
        var (band, remarks) = Classification.Of(plan, totals.Score, totals.Coverage, targets);
        return new(inputs.Unit, totals.Score, totals.Coverage, totals.Floor, totals.Ceiling, band, targets, inputs)
        {
            Bonus = Math.Min(bonus, plan.MostBonus),
            Remarks = remarks,
        };
    }
}

using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>A unit's sheet from what is known of it. Pure: same plan and inputs, same card.</summary>
public static class ScorecardCalculator
{
    /// <param name="measureOf">Measure of an indicator or declared figure, for example <c>kWh</c>.</param>
    public static Scorecard Calculate(Plan plan, UnitInputs inputs, Func<string, string> measureOf)
    {
        var totals = new SheetTotals();
        var targets = new List<TargetScore>(plan.Targets.Count);
        var bonus = 0m;
        foreach (var target in plan.Targets)
        {
            if (target.IsOnUnitSheet)
            {
                var score = TargetJudge.Judge(target, target.Weight, inputs, measureOf);
                targets.Add(score);
                bonus += target.Commitment == Commitment.Encouraged ? score.Points ?? 0m : 0m;
                AddScored(totals, score);
            }
        }

        var (band, remarks) = Classification.Of(plan, totals.Score, totals.Coverage, targets);
        return new(inputs.Unit, totals.Score, totals.Coverage, totals.Floor, totals.Ceiling, band, targets, inputs)
        {
            Bonus = Math.Min(bonus, plan.MostBonus),
            Remarks = remarks,
        };
    }

    internal static void AddScored(SheetTotals totals, TargetScore score)
    {
        if (score is { IsDue: true, Target.IsScored: true })
        {
            totals.Add(score);
        }
    }
}

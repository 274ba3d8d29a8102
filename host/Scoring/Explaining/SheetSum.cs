using EmulationPlatform.Scoring.Scorecards;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>The sums behind a sheet's four figures: Score = Earned ÷ Measured × 100, Coverage = Covered ÷ Due, Floor and Ceiling = their points ÷ Due × 100.</summary>
/// <param name="Earned">Points of everything measured.</param>
/// <param name="Measured">Weight that is due and measured.</param>
/// <param name="Due">Weight that is due.</param>
/// <param name="Covered">Weight that is due, each target by the covered part.</param>
public sealed record SheetSum(decimal Earned, decimal Measured, decimal Due, decimal Covered, decimal Floor, decimal Ceiling)
{
    public static SheetSum Of(IEnumerable<TargetScore> scores)
    {
        var totals = SheetTotals.Of(scores);
        return new(totals.Earned, totals.Measured, totals.Due, totals.Covered, totals.FloorPoints, totals.CeilingPoints);
    }
}

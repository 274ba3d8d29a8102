namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>The four figures of a sheet, summed over its due targets.</summary>
internal sealed class SheetTotals
{
    /// <summary>Weight that is due.</summary>
    public decimal Due { get; private set; }

    /// <summary>Weight that is due and measured.</summary>
    public decimal Measured { get; private set; }

    /// <summary>Points of what is measured.</summary>
    public decimal Earned { get; private set; }

    public decimal Covered { get; private set; }

    public decimal FloorPoints { get; private set; }

    public decimal CeilingPoints { get; private set; }

    /// <summary>Of the targets that are due and whose points count among the hundred, in an order of their own: not even a last digit hangs on that of the plan.</summary>
    public static SheetTotals Of(IEnumerable<TargetScore> scores)
    {
        var totals = new SheetTotals();
        foreach (var score in scores.Where(score => score is { IsDue: true, Target.IsScored: true }).OrderBy(score => score.Target.Id, StringComparer.Ordinal))
        {
            totals.Add(score);
        }

        return totals;
    }

    public decimal? Score => Share(100m * Earned, Measured);

    public decimal? Coverage => Share(Covered, Due);

    public decimal? Floor => Share(100m * FloorPoints, Due);

    public decimal? Ceiling => Share(100m * CeilingPoints, Due);

    /// <summary>What is not measured counts in the bounds alone.</summary>
    private void Add(TargetScore score)
    {
        var weight = score.Weight * score.DueShare;
        Due += weight;
        FloorPoints += weight * score.FloorAttainment;
        CeilingPoints += weight * score.CeilingAttainment;
        if (score.Attainment is { } known)
        {
            Measured += weight;
            Earned += weight * known;
            Covered += score.Weight * score.Coverage;
        }
    }

    private static decimal? Share(decimal sum, decimal weight) => weight > 0m ? sum / weight : null;
}

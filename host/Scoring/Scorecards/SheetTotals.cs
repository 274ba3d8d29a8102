namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>The four figures of a sheet, summed over its due targets.</summary>
internal sealed class SheetTotals
{
    private decimal due;
    private decimal measured;
    private decimal earned;
    private decimal covered;
    private decimal floor;
    private decimal ceiling;

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

    public decimal? Score => Share(100m * earned, measured);

    public decimal? Coverage => Share(covered, due);

    public decimal? Floor => Share(100m * floor, due);

    public decimal? Ceiling => Share(100m * ceiling, due);

    /// <summary>What is not measured counts in the bounds alone.</summary>
    private void Add(TargetScore score)
    {
        var weight = score.Weight * score.DueShare;
        due += weight;
        floor += weight * score.FloorAttainment;
        ceiling += weight * score.CeilingAttainment;
        if (score.Attainment is { } known)
        {
            measured += weight;
            earned += weight * known;
            covered += score.Weight * score.Coverage;
        }
    }

    private static decimal? Share(decimal sum, decimal weight) => weight > 0m ? sum / weight : null;
}

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

    public decimal? Score => Share(100m * earned, measured);

    public decimal? Coverage => Share(covered, due);

    public decimal? Floor => Share(100m * floor, due);

    public decimal? Ceiling => Share(100m * ceiling, due);

    /// <summary>Points at full attainment of everything that is due.</summary>
    public decimal DueWeight => due;

    public decimal MeasuredWeight => measured;

    public void Add(TargetScore score) =>
        Add(score.Weight * score.DueShare, score.Attainment, score.DueShare > 0m ? score.Coverage / score.DueShare : 0m, score.FloorAttainment, score.CeilingAttainment);

    /// <param name="weight">Of what is due.</param>
    /// <param name="attainment">Null when not measured; the target then counts in the bounds alone.</param>
    public void Add(decimal weight, decimal? attainment, decimal coverage, decimal floorAttainment, decimal ceilingAttainment)
    {
        due += weight;
        floor += weight * floorAttainment;
        ceiling += weight * ceilingAttainment;
        if (attainment is { } known)
        {
            measured += weight;
            earned += weight * known;
            covered += weight * coverage;
        }
    }

    private static decimal? Share(decimal sum, decimal weight) => weight > 0m ? sum / weight : null;
}

using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>Values that a figure can have at all, so that 90 is not taken for a share.</summary>
/// <param name="IsShare">People write it as per cent.</param>
public sealed record SupposedRange(decimal Least, decimal Most, bool IsShare)
{
    private const decimal Greatest = 1e12m;
    private const decimal HighestRating = 4m;
    private const decimal DaysOfYear = 366m;

    /// <param name="figure">Null for an indicator of a module.</param>
    public static SupposedRange Of(PlanFigure? figure, string measure) => figure?.Form switch
    {
        FigureForm.Ratio => new(0m, 1m, IsShare: true),
        FigureForm.YesNo => new(0m, 1m, IsShare: false),
        FigureForm.Stage => new(0m, figure.Stages.Count - 1, IsShare: false),
        FigureForm.Rating => new(0m, HighestRating, IsShare: false),
        FigureForm.Submission => new(-DaysOfYear, DaysOfYear, IsShare: false),
        _ when measure == "%" => new(0m, 1m, IsShare: true),
        _ => new(figure is null ? -Greatest : 0m, Greatest, IsShare: false),
    };

    public bool Holds(decimal value) => value >= Least && value <= Most;
}

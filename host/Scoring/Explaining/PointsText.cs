using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>Weight × due share × attainment = points.</summary>
internal static class PointsText
{
    private const int Decimals = 2;

    /// <returns>Null when nothing can be said.</returns>
    public static LocalizedText? Of(TargetScore score)
    {
        if (score is not { Attainment: { } attainment, Points: { } points } || score.Weight == 0m)
        {
            return null;
        }

        var pattern = score.DueShare == 1m ? "{0} × {2} = {3}" : "{0} × {1} × {2} = {3}";
        return Arithmetic.Of(pattern, pattern, Decimals, at => at[0] * at[1] * at[2], points, [score.Weight, score.DueShare, attainment]);
    }
}

using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Scorecards;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>The cheapest steps first: points to gain for the effort the plan names.</summary>
public static class NextSteps
{
    public static IReadOnlyList<NextStep> Of(Scorecard card) =>
    [
        .. card.Targets
            .Where(score => score.Target.IsScored && score.IsDue && !(score.Attainment >= 1m))
            .OrderByDescending(score => Gain(score) / Cost(score.Target.Effort))
            .ThenBy(score => score.Target.Id, StringComparer.Ordinal)
            .Select(score => new NextStep(score.Target, Gain(score), score.Result.Value, score.Required, score.Measure)),
    ];

    /// <summary>What is not known could bring everything.</summary>
    private static decimal Gain(TargetScore score) => score.Weight * score.DueShare * (1m - (score.Attainment ?? 0m));

    private static decimal Cost(Effort effort) => effort switch
    {
        Effort.Low => 1m,
        Effort.Medium => 2m,
        _ => 3m,
    };
}

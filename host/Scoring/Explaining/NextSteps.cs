using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>The cheapest steps first: points to gain for the effort the plan names.</summary>
public static class NextSteps
{
    public static IReadOnlyList<NextStep> Of(Scorecard card) => Of(card.Targets, card.Inputs.Year);

    /// <param name="year">Whose demands hold.</param>
    public static IReadOnlyList<NextStep> Of(IEnumerable<TargetScore> scores, int year) =>
    [
        .. scores
            .Where(score => score.Target.IsScored && Gain(score) + Later(score, year) > 0m)
            .OrderByDescending(score => (Gain(score) + Later(score, year)) / Cost(score.Target.Effort))
            .ThenBy(score => score.Target.Id, StringComparer.Ordinal)
            .Select((score, i) => Step(score, year, i + 1)),
    ];

    private static NextStep Step(TargetScore score, int year, int place)
    {
        var part = Lacking(score.Outcome);
        return new(score.Target, Gain(score), Later(score, year), part is null ? score.Result.Value : null, part is null ? score.Required : null, score.Measure, place)
        {
            IsKnown = score.Attainment is not null,
            IsShareOfUnits = score.Outcome is null,
            Part = part?.Rule.Name,
        };
    }

    private static Outcome.Part? Lacking(Outcome? outcome) => outcome is { Rule: Rule.Combined, Parts.Count: > 0 }
        ? outcome.Parts.Where(part => part.Outcome.State != DataState.NotApplicable).MaxBy(part => part.Rule.Weight * (1m - (part.Outcome.DueShare * (part.Outcome.Attainment ?? 0m))))
        : null;

    /// <summary>What is not known could bring everything.</summary>
    private static decimal Gain(TargetScore score) => score.Weight * score.DueShare * (1m - (score.Attainment ?? 0m));

    /// <summary>Nothing, where the plan leaves the rule open or demands nothing this year.</summary>
    private static decimal Later(TargetScore score, int year) =>
        score.Outcome is { } outcome && outcome.State != DataState.NotApplicable && Demands(outcome, year) ? score.Weight * (1m - score.DueShare) : 0m;

    private static bool Demands(Outcome outcome, int year) =>
        outcome.Leaves.Any(leaf => leaf.State != DataState.NotApplicable && leaf.Rule is Rule.Scaled scaled && new ScaleReader(scaled.Scale, year, 1m).IsDue);

    private static decimal Cost(Effort effort) => effort switch
    {
        Effort.Low => 1m,
        Effort.Medium => 2m,
        _ => 3m,
    };
}

using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>A card as it would be with another value of one figure.</summary>
public static class WhatIf
{
    /// <param name="value">In the figure's measure; a share as 0 to 1.</param>
    public static Scorecard Of(Plan plan, Scorecard card, string figure, decimal value, Func<string, string> measureOf)
    {
        var known = card.Inputs.Results.GetValueOrDefault(figure);
        var supposed = (known ?? IndicatorResult.Exact(value)) with
        {
            State = known is { IsKnown: true } ? known.State : DataState.Estimated,
            Value = value,
            Coverage = 1m,
            Least = value,
            Most = value,
            Reference = known?.ReferenceElapsed ?? known?.Reference,
            Numerator = null,
            Denominator = null,
            MissingBy = MissingBy.Platform,
        };
        var results = new Dictionary<string, IndicatorResult>(card.Inputs.Results, StringComparer.Ordinal) { [figure] = supposed };
        return ScorecardCalculator.Calculate(plan, card.Inputs with { Results = results }, measureOf);
    }
}

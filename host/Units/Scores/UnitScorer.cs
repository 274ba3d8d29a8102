using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Scores;

/// <summary>
/// A unit's scorecard, recomputed as little as possible: an indicator is evaluated again only when one of its metrics has
/// changed, or all of them when time alone has passed.
/// </summary>
internal sealed class UnitScorer(ScoringTerms terms)
{
    /// <summary>Beyond what amounts can hold; sums and quotients of such numbers leave the range of decimals.</summary>
    private const decimal Greatest = 1e15m;

    private readonly Dictionary<string, IndicatorResult> results = [];
    private string periodName = "";

    /// <summary>Evaluations so far; a test counts them.</summary>
    public long Evaluations { get; private set; }

    /// <param name="changedMetrics">Null when everything has to be looked at again.</param>
    public UnitScored Score(IUnitFacts facts, IReadOnlySet<string>? changedMetrics, Instant asOf)
    {
        var inputs = Inputs(facts, changedMetrics, asOf);
        return new(
            ScorecardCalculator.Calculate(terms.Plan, inputs, terms.MeasureOf),
            terms.Earlier is { } earlier ? ScorecardCalculator.Calculate(earlier, inputs, terms.MeasureOf) : null,
            asOf);
    }

    private UnitInputs Inputs(IUnitFacts facts, IReadOnlySet<string>? changedMetrics, Instant asOf)
    {
        var period = terms.PeriodAt(asOf);
        if (period.Name != periodName)
        {
            periodName = period.Name;
            results.Clear();
        }

        foreach (var id in terms.Wanted.Where(id => NeedsEvaluation(id, changedMetrics)))
        {
            results[id] = Evaluate(id, facts, period, asOf);
        }

        return terms.InputsOf(facts.Unit, new Dictionary<string, IndicatorResult>(results, StringComparer.Ordinal), period, asOf);
    }

    private bool NeedsEvaluation(string id, IReadOnlySet<string>? changedMetrics) =>
        changedMetrics is null
        || !results.ContainsKey(id)
        || (terms.Indicators.TryGetValue(id, out var known) && known.Metrics.Any(changedMetrics.Contains));

    private IndicatorResult Evaluate(string id, IUnitFacts facts, Period period, Instant asOf)
    {
        if (!terms.Indicators.TryGetValue(id, out var indicator))
        {
            return terms.FigureOf(id) is { } figure
                ? terms.Declared.Of(facts.Unit, figure, terms.Plan, period, asOf)
                : Failed($"Không có chỉ số {id}; kiểm tra mô-đun ở trang quản trị", $"There is no indicator {id}; look at the plugins page");
        }

        Evaluations++;
        try
        {
            return InRange(indicator.Evaluate(facts, period, asOf));
        }
        catch (Exception e)
        {
            // A formula of a module: whatever it throws stays within this one figure.
            terms.Logger.IndicatorFailed(id, facts.Unit, e);
            return Failed($"Công thức lỗi: {e.Message}", $"The formula failed: {e.Message}");
        }
    }

    /// <exception cref="InvalidOperationException">There is no result, or one that nobody can compute with.</exception>
    private static IndicatorResult InRange(IndicatorResult? result)
    {
        if (result is null)
        {
            throw new InvalidOperationException("it gave no result");
        }

        foreach (var number in (decimal?[])[result.Value, result.Reference, result.ReferenceElapsed, result.Least, result.Most])
        {
            if (number is > Greatest or < -Greatest)
            {
                throw new InvalidOperationException("a number is beyond all measure");
            }
        }

        return result;
    }

    private static IndicatorResult Failed(string vi, string en) => new(DataState.Failed, null, 0m) { Reason = new LocalizedText(vi, en) };
}

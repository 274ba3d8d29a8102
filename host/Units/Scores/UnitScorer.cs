using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Units.Scores;

/// <summary>
/// A unit's scorecard, recomputed as little as possible: an indicator is evaluated again only when one of its metrics has
/// changed, or all of them when time alone has passed.
/// </summary>
internal sealed class UnitScorer(Plan plan, IReadOnlyDictionary<string, IIndicator> indicators, AgencyCalendar calendar, ILogger logger)
{
    /// <summary>Beyond what amounts can hold; sums and quotients of such numbers leave the range of decimals.</summary>
    private const decimal Greatest = 1e15m;

    private readonly Dictionary<string, IndicatorResult> results = [];
    private string periodName = "";

    /// <summary>Evaluations so far; a test counts them.</summary>
    public long Evaluations { get; private set; }

    /// <param name="changedMetrics">Null when everything has to be looked at again.</param>
    public Scorecard Score(IUnitFacts facts, IReadOnlySet<string>? changedMetrics, Instant asOf)
    {
        var period = calendar.YearOf(asOf);
        if (period.Name != periodName)
        {
            periodName = period.Name;
            results.Clear();
        }

        foreach (var target in plan.Targets)
        {
            if (NeedsEvaluation(target.Indicator, changedMetrics))
            {
                results[target.Indicator] = Evaluate(target.Indicator, facts, period, asOf);
            }
        }

        return ScorecardCalculator.Calculate(plan, facts.Unit, target => results[target.Indicator], MeasureOf, period, asOf);
    }

    private string MeasureOf(Target target) => indicators.TryGetValue(target.Indicator, out var indicator) ? indicator.Measure : "";

    private bool NeedsEvaluation(string indicator, IReadOnlySet<string>? changedMetrics) =>
        changedMetrics is null
        || !results.ContainsKey(indicator)
        || (indicators.TryGetValue(indicator, out var known) && known.Metrics.Any(changedMetrics.Contains));

    private IndicatorResult Evaluate(string id, IUnitFacts facts, Period period, Instant asOf)
    {
        if (!indicators.TryGetValue(id, out var indicator))
        {
            return Failed($"Không có chỉ số {id}; kiểm tra mô-đun ở trang quản trị", $"There is no indicator {id}; look at the plugins page");
        }

        Evaluations++;
        try
        {
            return InRange(indicator.Evaluate(facts, period, asOf));
        }
        catch (Exception e)
        {
            // A formula of a module: whatever it throws stays within this one figure.
            logger.IndicatorFailed(id, facts.Unit, e);
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

        foreach (var number in (decimal?[])[result.Value, result.Reference, result.ReferenceElapsed, result.Best, result.Worst])
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

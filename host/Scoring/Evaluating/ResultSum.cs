using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Evaluating;

/// <summary>Several units' results of one indicator as one: shares by their counts, amounts by their sums.</summary>
internal static class ResultSum
{
    private static readonly LocalizedText Nothing = new("chưa đơn vị nào có số liệu", "no unit has data yet");

    public static IndicatorResult Of(IReadOnlyList<IndicatorResult> results)
    {
        var applicable = results.Where(result => result.State != DataState.NotApplicable).ToList();
        if (applicable.Count == 0)
        {
            return new(results.Count == 0 ? DataState.NoData : DataState.NotApplicable, null, 0m) { Reason = Nothing };
        }

        var known = applicable.FindAll(result => result.IsKnown);
        if (known.Count == 0)
        {
            return applicable[0] with { Value = null, Coverage = 0m };
        }

        // A unit that says nothing leaves both ends open: nobody knows what it would add.
        var isWhole = known.Count == applicable.Count;
        var isShare = known.TrueForAll(result => result.Denominator is not null);
        var numerator = isShare ? known.Sum(result => result.Numerator) : null;
        var denominator = isShare ? known.Sum(result => result.Denominator) : null;
        if (denominator == 0m)
        {
            return new(DataState.NotApplicable, null, 0m);
        }

        var state = known.Select(result => result.State).Aggregate(DataStates.Weaker);
        return new(state, isShare ? numerator / denominator : known.Sum(result => result.Value), known.Sum(result => result.Coverage) / applicable.Count)
        {
            Numerator = numerator,
            Denominator = denominator,
            Reference = Sum(known, result => result.Reference),
            ReferenceElapsed = Sum(known, result => result.ReferenceElapsed),
            Least = isWhole ? isShare ? Bound(known, result => result.Least) : Sum(known, result => result.Least) : null,
            Most = isWhole ? isShare ? Bound(known, result => result.Most) : Sum(known, result => result.Most) : null,
            UpdatedAt = known.Max(result => result.UpdatedAt),
            BaselineYear = known.Select(result => result.BaselineYear).Distinct().Count() == 1 ? known[0].BaselineYear : known.Max(result => result.BaselineYear),
            FlatBaseline = known.Exists(result => result.FlatBaseline),
            Inputs = [.. known.SelectMany(result => result.Inputs).Distinct(StringComparer.Ordinal)],
        };
    }

    private static decimal? Sum(List<IndicatorResult> results, Func<IndicatorResult, decimal?> part) =>
        results.TrueForAll(result => part(result) is not null) ? results.Sum(part) : null;

    /// <summary>A bound of a share is a bound of its count, over the whole population that is known to exist.</summary>
    private static decimal? Bound(List<IndicatorResult> results, Func<IndicatorResult, decimal?> bound)
    {
        if (!results.TrueForAll(result => bound(result) is not null && result.Coverage > 0m))
        {
            return null;
        }

        var populations = results.ConvertAll(result => result.Denominator!.Value / result.Coverage);
        return results.Zip(populations, (result, population) => bound(result)!.Value * population).Sum() / populations.Sum();
    }
}

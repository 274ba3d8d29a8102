using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Evaluating;

/// <summary>Several units' results of one indicator as one: shares by their counts, amounts by their sums.</summary>
internal static class ResultSum
{
    private static readonly LocalizedText MixedBaseYears = new("số liệu gốc của các đơn vị không cùng một năm", "the units' baselines are not of one year");
    private static readonly LocalizedText Nothing = new("chưa đơn vị nào có số liệu", "no unit has data yet");

    public static IndicatorResult Of(IReadOnlyList<IndicatorResult> results)
    {
        var applicable = results.Where(result => result.State != DataState.NotApplicable).ToList();
        if (applicable.Count == 0)
        {
            return new(results.Count == 0 ? DataState.NoData : DataState.NotApplicable, null, 0m) { Reason = Nothing };
        }

        var due = applicable.FindAll(result => result.State != DataState.NotDue);
        var known = due.FindAll(result => result.IsKnown);
        if (known.Count == 0)
        {
            return Unknown(due);
        }

        return Known(due, known);
    }

    private static IndicatorResult Unknown(List<IndicatorResult> due)
    {
        var states = due.Select(result => DataStates.IsKnown(result.State) ? DataState.NoData : result.State).Distinct().ToList();
        var reasons = due.Select(result => result.Reason).Distinct().ToList();
        return new(due.Count == 0 ? DataState.NotDue : states is [var state] ? state : DataState.NoData, null, 0m)
        {
            MissingBy = due.Count > 0 && due.TrueForAll(result => result.MissingBy == MissingBy.Unit) ? MissingBy.Unit : MissingBy.Platform,
            Reason = reasons is [{ } reason] ? reason : Nothing,
        };
    }

    private static IndicatorResult Known(List<IndicatorResult> due, List<IndicatorResult> known)
    {
        // A unit that says nothing leaves both ends open: nobody knows what it would add.
        var isWhole = known.Count == due.Count;
        var isShare = known.TrueForAll(result => result.Denominator is not null);
        var numerator = isShare ? known.Sum(result => result.Numerator) : null;
        var denominator = isShare ? known.Sum(result => result.Denominator) : null;
        if (denominator == 0m)
        {
            return new(DataState.NotApplicable, null, 0m);
        }

        // Baselines of several years make no base year together.
        var years = known.Where(result => result.Reference is not null).Select(result => result.BaselineYear).Distinct().ToList();
        var isOneYear = years.Count <= 1;
        var state = known.Select(result => result.State).Aggregate(DataStates.Weaker);
        return new(state, isShare ? numerator / denominator : known.Sum(result => result.Value), known.Sum(result => result.Coverage) / due.Count)
        {
            Numerator = numerator,
            Denominator = denominator,
            DueShare = isShare && isWhole ? DueShareOf(known) : 1m,
            Reference = isOneYear ? Sum(known, result => result.Reference) : null,
            ReferenceElapsed = Sum(known, result => result.ReferenceElapsed),
            Least = isWhole ? isShare ? Bound(known, result => result.Least) : Sum(known, result => result.Least) : null,
            Most = isWhole ? isShare ? Bound(known, result => result.Most) : Sum(known, result => result.Most) : null,
            UpdatedAt = known.Max(result => result.UpdatedAt),
            BaselineYear = years is [var year] ? year : null,
            Reason = isOneYear ? null : MixedBaseYears,
            FlatBaseline = known.Exists(result => result.FlatBaseline),
            Inputs = [.. known.SelectMany(result => result.Inputs).Distinct(StringComparer.Ordinal)],
        };
    }

    private static decimal? Sum(List<IndicatorResult> results, Func<IndicatorResult, decimal?> part) =>
        results.TrueForAll(result => part(result) is not null) ? results.Sum(part) : null;

    /// <summary>Members that are due, out of all.</summary>
    private static decimal DueShareOf(List<IndicatorResult> shares)
    {
        var populations = shares.ConvertAll(share => share.Coverage > 0m ? share.Denominator!.Value / share.Coverage : 0m);
        return shares.TrueForAll(share => share.DueShare == 1m) ? 1m : populations.Sum() / shares.Zip(populations, (share, population) => population / share.DueShare).Sum();
    }

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

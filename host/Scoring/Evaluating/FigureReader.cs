using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Evaluating;

/// <summary>Reads figures of a rule from what is known of a unit.</summary>
internal static class FigureReader
{
    private const int FewestPeers = 3;

    private static readonly LocalizedText OtherBaseYear = new("số liệu gốc không phải của năm gốc trong kế hoạch", "the baseline is not of the plan's base year");
    private static readonly LocalizedText EmptyBase = new("số liệu gốc bằng 0, không so sánh được", "the baseline is 0, so there is nothing to compare with");
    private static readonly LocalizedText NoHeads = new("chưa có số người của năm gốc hoặc hiện nay", "the headcount of the base year or of today is missing");
    private static readonly LocalizedText NothingBefore = new("chưa có số liệu kỳ trước", "nothing is known of the period before");
    private static readonly LocalizedText FewPeers = new("khối chưa đủ ba đơn vị có số liệu để so sánh", "fewer than three units of the group have a value to compare with");

    public static Estimate Of(Figure figure, UnitInputs inputs) => figure switch
    {
        Figure.Value value => Plain(inputs.Result(value.Indicator)),
        Figure.Ratio ratio => Ratio(inputs.Result(ratio.Part), inputs.Result(ratio.Whole)),
        Figure.ShareOfBase share => ShareOfBase(share, inputs.Result(share.Indicator), inputs),
        Figure.Growth growth => Growth(inputs.Result(growth.Indicator), inputs.Before(growth.Indicator)),
        Figure.AgainstPeers against => AgainstPeers(against, inputs),
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "Unknown kind of figure."),
    };

    private static Estimate Plain(IndicatorResult result) =>
        result.IsKnown ? new(result.State, result.Value, 1m, 1m, result.Least, result.Most, result) : Unknown(result);

    private static Estimate Ratio(IndicatorResult part, IndicatorResult whole)
    {
        if (!part.IsKnown || !whole.IsKnown)
        {
            return Unknown(whole.IsKnown || whole.State == DataState.NoData ? part.IsKnown ? whole : part : whole);
        }

        if (whole.Value is not (> 0m and var known))
        {
            // Of a whole that hides something nobody knows that there is nothing in it.
            return Estimate.Unknown(whole.Most <= 0m ? DataState.NotApplicable : DataState.NoData, whole);
        }

        var (least, most) = Quotient(known, part, whole);
        return new(DataStates.Weaker(part.State, whole.State), part.Value, known, known, least, most, part)
        {
            Coverage = Math.Clamp(Math.Min(part.Coverage, whole.Coverage), 0m, 1m),
        };
    }

    /// <summary>
    /// Bounds of a quotient, put on the divisor that is known, as the value is. Both are open while the divisor can turn out to
    /// be 0: then there is nothing to divide by.
    /// </summary>
    private static (decimal? Least, decimal? Most) Quotient(decimal known, IndicatorResult part, IndicatorResult whole)
    {
        return whole.Least > 0m ? (By(part.Least, whole.Most), By(part.Most, whole.Least)) : (null, null);

        decimal? By(decimal? bound, decimal? divisor) => divisor == known ? bound : bound * known / divisor;
    }

    private static Estimate ShareOfBase(Figure.ShareOfBase share, IndicatorResult result, UnitInputs inputs)
    {
        if (!result.IsKnown)
        {
            return Unknown(result);
        }

        if (result.BaselineYear is { } year && year != share.BaseYear)
        {
            return Estimate.Unknown(DataState.NoBaseline, result) with { Reason = OtherBaseYear };
        }

        if (result.Reference is not (> 0m and var reference))
        {
            return Estimate.Unknown(DataState.NoBaseline, result) with { Reason = result.Reason ?? EmptyBase };
        }

        if (HeadFactor(share, inputs) is not { } heads)
        {
            return Estimate.Unknown(DataState.NoBaseline, result) with { Reason = NoHeads };
        }

        var whole = result.ReferenceElapsed is > 0m and var elapsed ? elapsed : reference;
        return new(result.State, result.Value, reference * heads, whole * heads, result.Least, result.Most, result);
    }

    private static decimal? HeadFactor(Figure.ShareOfBase share, UnitInputs inputs)
    {
        if (!share.PerHead)
        {
            return 1m;
        }

        return inputs.HeadFactors.TryGetValue(share.BaseYear, out var factor) ? Math.Abs(factor - 1m) > share.PerHeadOver ? factor : 1m : null;
    }

    private static Estimate Growth(IndicatorResult now, IndicatorResult before)
    {
        if (!now.IsKnown)
        {
            return Unknown(now);
        }

        if (before is not { IsKnown: true, Value: > 0m and var then })
        {
            return Estimate.Unknown(DataState.NoBaseline, now) with { Reason = NothingBefore };
        }

        var (least, most) = Quotient(then, now, before);
        return new(DataStates.Weaker(now.State, before.State), now.Value - then, then, then, least - then, most - then, now)
        {
            Coverage = Math.Clamp(Math.Min(now.Coverage, before.Coverage), 0m, 1m),
        };
    }

    private static Estimate AgainstPeers(Figure.AgainstPeers against, UnitInputs inputs)
    {
        var own = inputs.Result(against.Indicator);
        if (!own.IsKnown)
        {
            return Unknown(own);
        }

        var peers = inputs.Peers.GetValueOrDefault(against.Indicator) ?? [];
        if (peers.Count < FewestPeers)
        {
            return Estimate.Unknown(DataState.NoData, own) with { Reason = FewPeers, MissingBy = MissingBy.Platform };
        }

        var with = Of(against, peers);
        var (value, unit) = against.HigherIsBetter ? (own.Value!.Value, with) : (with, own.Value!.Value);
        if (unit <= 0m)
        {
            // Nobody has anything, or the own value is the best there can be.
            (value, unit) = (1m, 1m);
        }

        // A silent peer could hold any value, and with it anything can come out.
        var isWhole = own.Coverage >= 1m && !inputs.PeersMissing.Contains(against.Indicator);
        return new(own.State, value, unit, unit, isWhole ? value : null, isWhole ? value : null, own);
    }

    private static decimal Of(Figure.AgainstPeers against, IReadOnlyList<decimal> peers)
    {
        var sorted = peers.Order().ToList();
        var middle = sorted.Count / 2;
        return against.Measure switch
        {
            PeerMeasure.Best => against.HigherIsBetter ? sorted[^1] : sorted[0],
            PeerMeasure.Mean => sorted.Sum() / sorted.Count,
            _ => sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2m,
        };
    }

    private static Estimate Unknown(IndicatorResult result) =>
        Estimate.Unknown(DataStates.IsKnown(result.State) ? DataState.NoData : result.State, result);
}

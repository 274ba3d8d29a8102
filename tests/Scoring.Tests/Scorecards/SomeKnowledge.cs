using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Scoring.Tests.Scorecards;

/// <summary>
/// What somebody knows of every kind of figure, and the same with some of it hidden: everything that can be true by the first
/// can be true by the second.
/// </summary>
internal static class SomeKnowledge
{
    private static readonly DataState[] Kept = [DataState.Measured, DataState.Estimated, DataState.SelfDeclared, DataState.Verified];

    /// <summary>Figures of each kind; rules name them.</summary>
    public static string[] Shares { get; } = ["share1", "share2"];

    public static string[] Amounts { get; } = ["amount1", "amount2"];

    public static string[] Numbers { get; } = ["number1", "number2", "number3"];

    public static string[] Counts { get; } = ["count1", "count2"];

    public static Gen<Pair[]> All { get; } =
        from shares in Share.ArrayOf(Shares.Length)
        from amounts in Amount.ArrayOf(Amounts.Length)
        from numbers in Number.ArrayOf(Numbers.Length)
        from counts in Count.ArrayOf(Counts.Length)
        select (Pair[])[.. shares, .. amounts, .. numbers, .. counts];

    /// <summary>Numbers of the period before, in the order of <see cref="Numbers"/>.</summary>
    public static Gen<Pair[]> Before { get; } = Number.ArrayOf(Numbers.Length);

    public static IEnumerable<string> Ids => [.. Shares, .. Amounts, .. Numbers, .. Counts];

    /// <summary>Members in order, not in order or silent; of those that speak some fall silent.</summary>
    private static Gen<Pair> Share =>
        from population in Gen.Choose(0, 12)
        from silent in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, population)))
        from met in Gen.Choose(0, population - silent)
        from metHidden in Gen.Choose(0, met)
        from unmetHidden in Gen.Choose(0, population - silent - met)
        from notDue in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 5)))
        from pair in Lost(new(
            IndicatorResult.Share(met, population, silent, notDue),
            IndicatorResult.Share(met - metHidden, population, silent + metHidden + unmetHidden, notDue)))
        select pair;

    /// <summary>Months of consumption beside those of the base year; of some the readings are hidden.</summary>
    private static Gen<Pair> Amount =>
        from months in (from used in Gen.Choose(0, 150) from baseline in Gen.Choose(1, 100) from seen in Gen.Frequency((4, Gen.Constant(2)), (1, Gen.Choose(0, 1))) select (used, baseline, seen)).ArrayOf(4)
        from pair in Lost(new(Consumption(months, least: 1), Consumption(months, least: 2)))
        select pair;

    /// <summary>A number, and one near it of which only bounds are sure.</summary>
    private static Gen<Pair> Number =>
        from value in Gen.Choose(0, 20)
        from below in Gen.Choose(0, 6)
        from above in Gen.Choose(0, 6)
        from open in Gen.Choose(0, 3)
        from shown in Gen.Choose(Math.Max(0, value - below), value + above)
        from pair in Lost(new(
            IndicatorResult.Exact(value),
            new(DataState.Estimated, shown, 0.5m) { Least = open == 1 ? null : Math.Max(0, value - below), Most = open == 2 ? null : value + above }))
        select pair;

    /// <summary>Events, some of which are hidden; more can always have been.</summary>
    private static Gen<Pair> Count =>
        from value in Gen.Choose(0, 20)
        from seen in Gen.Choose(0, value)
        from pair in Lost(new(IndicatorResult.Exact(value), new(DataState.Measured, seen, 0.5m) { Least = seen }))
        select pair;

    private static IndicatorResult Consumption((int Used, int Baseline, int Seen)[] months, int least)
    {
        var seen = months.Where(month => month.Seen >= least).ToList();
        return seen.Count == 0
            ? Some.State(DataState.NoData)
            : Some.Part(seen.Sum(month => month.Used), seen.Sum(month => month.Baseline), months.Sum(month => month.Baseline)) with
            {
                Most = seen.Count == months.Length ? seen.Sum(month => month.Used) : null,
            };
    }

    /// <summary>Nothing hidden, some of it, or all; or a figure that is not asked for at all.</summary>
    private static Gen<Pair> Lost(Pair pair) =>
        from way in Gen.Choose(0, 19)
        from state in Gen.Elements(Kept)
        let full = pair.Full.IsKnown ? pair.Full with { State = state } : pair.Full
        let partly = pair.Hidden.IsKnown ? pair.Hidden with { State = state } : pair.Hidden
        let isAsked = full.State is not (DataState.NotApplicable or DataState.NotDue)
        select way switch
        {
            0 or 1 when isAsked => new Pair(full, Some.State(DataState.NoData)),
            2 when isAsked => new Pair(full, Some.Owed),
            3 when isAsked => new Pair(full, Some.State(DataState.Failed)),
            4 => new Pair(Some.State(DataState.NotApplicable), Some.State(DataState.NotApplicable)),
            5 => new Pair(Some.State(DataState.NotDue), Some.State(DataState.NotDue)),
            < 10 => new Pair(full, full),
            _ => new Pair(full, partly),
        };

    internal sealed record Pair(IndicatorResult Full, IndicatorResult Hidden);
}

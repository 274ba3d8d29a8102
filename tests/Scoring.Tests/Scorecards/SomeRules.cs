using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Scoring.Tests.Scorecards;

/// <summary>Rules of every kind over the figures of <see cref="SomeKnowledge"/>, combined up to three deep.</summary>
internal static class SomeRules
{
    private static readonly Condition?[] Conditions =
        [null, null, SomeRule.When(groups: ["a"]), SomeRule.When(groups: ["b"]), SomeRule.When(from: 2027), SomeRule.When(level: TargetLevel.Unit)];

    private static readonly Gen<decimal> Percent = Gen.Choose(0, 100).Select(percent => percent / 100m);

    private static readonly Gen<Rule> AtLeast =
        from of in Gen.Elements(SomeKnowledge.Shares)
        from value in Gen.Choose(51, 100)
        from zeroAt in Gen.Choose(0, 50)
        from path in Gen.Choose(0, 3)
        select path == 0 ? SomeRule.AtLeast(of, Course.Path(2025, 0m, 2030, value / 100m)) : SomeRule.AtLeast(of, value / 100m, zeroAt / 100m);

    private static readonly Gen<Rule> AtMost =
        from of in Numbers from value in Gen.Choose(0, 10) from width in Gen.Choose(1, 10) select SomeRule.AtMost(of, value, value + width);

    private static readonly Gen<Rule> Pass =
        from of in Numbers
        from low in Gen.Choose(0, 10)
        from width in Gen.Choose(1, 10)
        from way in Gen.Choose(0, 3)
        select way switch
        {
            0 => SomeRule.Pass(of, atLeast: low, atMost: low + width),
            1 => SomeRule.Pass(of, over: low, under: low + width),
            2 => SomeRule.Pass(of, over: low),
            _ => SomeRule.Pass(of, atMost: low),
        };

    private static readonly Gen<Rule> AgainstBase =
        from of in Gen.Elements(SomeKnowledge.Amounts)
        from share in Gen.Choose(1, 90)
        from way in Gen.Choose(0, 3)
        select way < 2 ? SomeRule.NotAboveBase(of, perHead: way == 1) : SomeRule.Reduce(of, share / 100m, perHead: way == 3);

    private static readonly Gen<Rule> Increase = from of in Numbers from share in Gen.Choose(1, 90) select SomeRule.Increase(of, share / 100m);

    private static readonly Gen<Rule> Steps =
        from of in Numbers
        from gives in Percent.ArrayOf(4)
        from width in Gen.Choose(1, 6)
        from over in Gen.Choose(0, 15)
        select SomeRule.Steps(of, [.. gives.Select((given, index) => SomeRule.Row(index * width, given, over: (over & (1 << index)) != 0))]);

    private static readonly Gen<Rule> Each =
        from of in Counts
        from points in Gen.Elements(-3m, -1m, 0.5m, 2m)
        from least in Gen.Choose(0, 2)
        from most in Gen.Choose(3, 10)
        select SomeRule.Each(of, points, 10m, points < 0m ? most : least, least, most);

    private static readonly Gen<Rule> Peers =
        from of in Numbers
        from measure in Gen.Elements(PeerMeasure.Best, PeerMeasure.Median, PeerMeasure.Mean)
        from higher in Gen.Elements(true, false)
        select SomeRule.AgainstPeers(of, measure, higher);

    private static readonly Gen<Rule> Plain = Gen.OneOf(
        Numbers.Select(SomeRule.YesNo), Numbers.Select(of => SomeRule.Staged(of, 0m, 0.25m, 0.5m, 0.75m, 1m)), Numbers.Select(of => SomeRule.Rated(of)), Numbers.Select(of => SomeRule.OnTime(of)));

    private static readonly Gen<Rule> Quotient =
        from part in Numbers from whole in Numbers from value in Gen.Choose(1, 20) select SomeRule.AtLeastRatio(part, whole, value / 10m);

    private static readonly Gen<Rule> Running = Gen.OneOf(AtLeast, AtMost, Pass, AgainstBase, Increase, Steps, Each, Peers, Plain, Quotient);

    private static readonly Gen<Rule> Counted = from of in Counts from value in Gen.Choose(1, 25) from proRata in Gen.Choose(0, 3) select SomeRule.Count(of, value, proRata == 0);

    /// <summary>A rule that is at most so many combinations deep.</summary>
    /// <param name="counts">With numbers that are owed at the end of the period.</param>
    public static Gen<Rule> UpTo(int depth, bool counts)
    {
        var leaf = counts ? Gen.Frequency((3, Running), (1, Counted)) : Running;
        return depth == 0 ? leaf : Gen.Frequency((1, leaf), (2, Combined(UpTo(depth - 1, counts), UpTo(depth - 1, counts: false))));
    }

    private static Gen<string> Numbers => Gen.Elements(SomeKnowledge.Numbers);

    private static Gen<string> Counts => Gen.Elements(SomeKnowledge.Counts);

    /// <param name="running">Without anything that is owed at the end: plans have nothing of the kind in a total.</param>
    private static Gen<Rule> Combined(Gen<Rule> part, Gen<Rule> running) =>
        from how in Gen.Elements(Enum.GetValues<Combination>())
        from rules in (how == Combination.Total ? running : part).ListOf(3)
        from weights in Gen.Choose(4, 9).ListOf(3)
        from deduction in running
        from deducts in Gen.Elements(true, false)
        from condition in Gen.Elements(Conditions)
        let parts = rules.Zip(weights, (rule, weight) => new RulePart(new("", ""), weight / 10m, rule, null)).ToList()
        let conditional = (IReadOnlyList<RulePart>)[.. parts.Take(2), how == Combination.Total ? parts[2] with { Weight = 0.4m } : parts[2] with { When = condition }]
        select (Rule)new Rule.Combined(
            how, how == Combination.Total && deducts ? [.. conditional, new RulePart(new("", ""), -0.3m, deduction, condition)] : conditional);
}

using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;

namespace EmulationPlatform.Scoring.Tests;

/// <summary>Rules as plan files write them (docs/plan-format.md), one builder for each kind.</summary>
internal static class SomeRule
{
    public static Rule AtLeast(string of, decimal value, decimal zeroAt = 0m) => AtLeast(of, Course.Flat(value), zeroAt);

    public static Rule AtLeast(string of, Course value, decimal zeroAt = 0m) => Linear(RuleKind.AtLeast, new Figure.Value(of), Course.Flat(zeroAt), value);

    public static Rule AtLeastRatio(string part, string whole, decimal value) =>
        Linear(RuleKind.AtLeast, new Figure.Ratio(part, whole), Course.Flat(0m), Course.Flat(value));

    public static Rule AtMost(string of, decimal value, decimal zeroAt) =>
        Linear(RuleKind.AtMost, new Figure.Value(of), Course.Flat(zeroAt), Course.Flat(value));

    /// <summary>1 within the limits, each of them strict or not.</summary>
    public static Rule Pass(string of, decimal? atLeast = null, decimal? over = null, decimal? atMost = null, decimal? under = null)
    {
        var rows = new List<Scale.Row> { Row(atLeast ?? over ?? decimal.MinValue, 1m, over: over is not null) };
        if ((atMost ?? under) is { } most)
        {
            rows.Add(Row(most, 0m, over: atMost is not null));
        }

        return new Rule.Scaled(RuleKind.Pass, new Figure.Value(of), new Scale.Steps(rows));
    }

    public static Rule Reduce(string of, decimal share, int baseYear = 2025, int byYear = 2030, bool perHead = false) =>
        Reduce(new Figure.ShareOfBase(of, baseYear, perHead), share, byYear);

    public static Rule Reduce(Figure.ShareOfBase of, decimal share, int byYear = 2030) =>
        Linear(RuleKind.Reduce, of, Course.Flat(1m), Course.Path(of.BaseYear, 1m, byYear, 1m - share));

    public static Rule NotAboveBase(string of, int baseYear = 2025, bool perHead = false) =>
        new Rule.Scaled(RuleKind.NotAboveBase, new Figure.ShareOfBase(of, baseYear, perHead), new Scale.Steps([Row(decimal.MinValue, 1m), Row(1m, 0m, over: true)]));

    public static Rule Increase(string of, decimal share, decimal zeroAt = 0m) =>
        Linear(RuleKind.Increase, new Figure.Growth(of), Course.Flat(zeroAt), Course.Flat(share));

    public static Rule Count(string of, decimal value, bool proRata = false) =>
        new Rule.Scaled(RuleKind.Count, new Figure.Value(of), new Scale.Linear(Course.Flat(0m), Course.Flat(value)))
        {
            Settling = proRata ? Settling.ProRata : Settling.AtEnd,
        };

    public static Rule Steps(string of, params Scale.Row[] rows) => new Rule.Scaled(RuleKind.Steps, new Figure.Value(of), new Scale.Steps(rows));

    public static Scale.Row Row(decimal from, decimal gives, bool over = false) => new(Course.Flat(from), over, gives);

    public static Rule Each(string of, decimal points, decimal outOf, decimal start = 0m, decimal least = 0m, decimal? most = null) =>
        new Rule.Scaled(RuleKind.Each, new Figure.Value(of), new Scale.Events(start, points, least, most ?? outOf, outOf));

    public static Rule YesNo(string of) => new Rule.Scaled(RuleKind.YesNo, new Figure.Value(of), new Scale.Steps([Row(decimal.MinValue, 0m), Row(1m, 1m)]));

    public static Rule Staged(string of, params decimal[] gives) =>
        new Rule.Scaled(RuleKind.Staged, new Figure.Value(of), new Scale.Steps([.. gives.Select((given, stage) => Row(stage, given))]));

    public static Rule Rated(string of, decimal outOf = 4m) => Linear(RuleKind.Rated, new Figure.Value(of), Course.Flat(0m), Course.Flat(outOf));

    public static Rule OnTime(string of, decimal lateDays = 3m, decimal gives = 0.5m) =>
        new Rule.Scaled(RuleKind.OnTime, new Figure.Value(of), new Scale.Steps([Row(decimal.MinValue, 1m), Row(0m, gives, over: true), Row(lateDays, 0m, over: true)]));

    public static Rule AgainstPeers(string of, PeerMeasure measure, bool higherIsBetter, decimal zeroAt = 0m) =>
        Linear(RuleKind.AgainstPeers, new Figure.AgainstPeers(of, measure, higherIsBetter), Course.Flat(zeroAt), Course.Flat(1m));

    public static Rule Weighted(params (decimal Weight, Rule Rule)[] parts) => Combined(Combination.Weighted, parts);

    public static Rule Total(params (decimal Weight, Rule Rule)[] parts) => Combined(Combination.Total, parts);

    public static Rule Lowest(params Rule[] parts) => Combined(Combination.Lowest, [.. parts.Select(rule => (1m, rule))]);

    public static Rule Highest(params Rule[] parts) => Combined(Combination.Highest, [.. parts.Select(rule => (1m, rule))]);

    public static Rule First(params (Rule Rule, Condition? When)[] parts) =>
        new Rule.Combined(Combination.First, [.. parts.Select(part => new RulePart(new("", ""), 1m, part.Rule, part.When))]);

    public static Condition When(string[]? groups = null, int? from = null, int? to = null, TargetLevel? level = null) => new(groups ?? [], from, to, level);

    private static Rule.Combined Combined(Combination how, (decimal Weight, Rule Rule)[] parts) =>
        new Rule.Combined(how, [.. parts.Select(part => new RulePart(new("", ""), part.Weight, part.Rule, null))]);

    private static Rule.Scaled Linear(RuleKind kind, Figure figure, Course zeroAt, Course fullAt) => new Rule.Scaled(kind, figure, new Scale.Linear(zeroAt, fullAt));
}

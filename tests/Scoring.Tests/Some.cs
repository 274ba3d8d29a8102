using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests;

/// <summary>Plans, results and cards of which a test names only what it is about.</summary>
internal static class Some
{
    public static Rule Halving { get; } = new Rule.Reduce(2025, 0.5m, 2030);

    public static Rule NotAboveBase { get; } = new Rule.NotAboveBase(2025);

    public static Target Target(string id, decimal weight, Rule rule) => new()
    {
        Id = id,
        Name = new(id, id),
        Quote = id,
        Section = "III",
        Indicator = "green-office.electricity",
        Weight = weight,
        DefaultRule = rule,
        Freshness = TimeSpan.FromHours(26),
    };

    public static Plan Plan(params Target[] targets) => new()
    {
        Id = "some",
        Version = 1,
        Name = new("Kế hoạch", "Plan"),
        Agency = new("Cơ quan", "Agency"),
        FirstYear = 2026,
        LastYear = 2030,
        Groups = [new("a", new("A", "A")), new("b", new("B", "B"))],
        Bands = [BandFrom("xuat-sac", 90), BandFrom("tot", 80), BandFrom("kha", 65), BandFrom("dat", 50), BandFrom("chua-dat", 0)],
        RankingCoverage = 0.80m,
        Targets = targets,
    };

    public static IndicatorResult Whole(decimal value, decimal reference) => new(DataState.Measured, value, 1m)
    {
        Reference = reference,
        ReferenceElapsed = reference,
        Best = value,
        Worst = value,
        BaselineYear = 2025,
    };

    /// <summary>A fully covered result of 2026 that <see cref="Halving"/> (then 10 % of the base) judges to be <paramref name="attainment"/>.</summary>
    public static IndicatorResult Attaining(decimal attainment) => Whole(100m - (10m * attainment), 100m);

    public static IndicatorResult State(DataState state) => new(state, null, 0m);

    public static Instant At(int year, int month, int day) => AgencyCalendar.Vietnam.ToInstant(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified));

    public static Scorecard Card(Plan plan, int year, params IndicatorResult[] results)
    {
        var byTarget = plan.Targets.Zip(results).ToDictionary(pair => pair.First.Id, pair => pair.Second);
        return ScorecardCalculator.Calculate(
            plan, "van-phong", target => byTarget[target.Id], _ => "kWh", AgencyCalendar.Vietnam.Year(year), At(year, 12, 31));
    }

    public static TargetScore Score(Rule rule, decimal weight, int year, IndicatorResult result) =>
        Card(Plan(Target("t", weight, rule)), year, result).Targets[0];

    private static Band BandFrom(string id, decimal from) => new(id, new(id, id), from);
}

using System.Globalization;
using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests;

/// <summary>Plans, inputs and cards of which a test names only what it is about.</summary>
internal static class Some
{
    public const string Unit = "van-phong";

    /// <summary>Half of the base of 2025 is due to be saved by 2030; 10 % of it in 2026.</summary>
    public static Rule Halving { get; } = SomeRule.Reduce("f", 0.5m);

    public static Target Target(string id, decimal weight, Rule? rule) => new()
    {
        Id = id,
        Name = new(id, id),
        Citation = new(id, "III", [id]),
        Rule = rule,
        Weight = weight,
        OrganisationWeight = weight,
        Freshness = TimeSpan.FromHours(26),
    };

    /// <summary>A target whose attainment is given by the figure of its id.</summary>
    public static Target Given(string id, decimal weight) => Target(id, weight, SomeRule.AtLeast(id, 1m));

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
        Targets = targets,
    };

    public static Band BandFrom(string id, decimal from) => new(id, new(id, id), from);

    public static BandNeeds Needs(decimal? committed = null, (string, decimal)? pillar = null, (string, decimal)? target = null) =>
        new(committed, Table(pillar), Table(target));

    /// <summary>A year of one unit, looked at after its end.</summary>
    public static UnitInputs Inputs(int year, params (string Id, IndicatorResult Result)[] results) => new()
    {
        Unit = Unit,
        Group = "a",
        Period = AgencyCalendar.Vietnam.Year(year),
        AsOf = At(year + 1, 1, 1),
        Results = results.ToDictionary(result => result.Id, result => result.Result),
    };

    public static UnitInputs OfAgency(int year, params (string Id, IndicatorResult Result)[] results) =>
        Inputs(year, results) with { Unit = "co-quan", Group = "", Level = TargetLevel.Organisation };

    /// <summary>An amount of which nothing is missing, beside the same of the base year 2025.</summary>
    public static IndicatorResult Whole(decimal value, decimal reference) => IndicatorResult.Exact(value) with
    {
        Reference = reference,
        ReferenceElapsed = reference,
        BaselineYear = 2025,
    };

    /// <summary>An amount whose rest is hidden: at best there was none, nothing bounds the worst.</summary>
    public static IndicatorResult Part(decimal value, decimal reference, decimal elapsed) => new(DataState.Estimated, value, reference / elapsed)
    {
        Reference = reference,
        ReferenceElapsed = elapsed,
        Least = value,
        BaselineYear = 2025,
    };

    /// <summary>A whole result of 2026 that <see cref="Halving"/> judges to be <paramref name="attainment"/>.</summary>
    public static IndicatorResult Attaining(decimal attainment) => Whole(100m - (10m * attainment), 100m);

    public static IndicatorResult State(DataState state) => new(state, null, 0m);

    /// <summary>What the unit owes and has not given.</summary>
    public static IndicatorResult Owed { get; } = new(DataState.NoData, null, 0m) { MissingBy = MissingBy.Unit };

    public static Instant At(int year, int month, int day, int hour = 0) =>
        AgencyCalendar.Vietnam.ToInstant(new DateTime(year, month, day, hour, 0, 0, DateTimeKind.Unspecified));

    public static Scorecard Card(Plan plan, UnitInputs inputs) => ScorecardCalculator.Calculate(plan, inputs, _ => "kWh");

    public static Scorecard Card(Plan plan, int year, params (string Id, IndicatorResult Result)[] results) => Card(plan, Inputs(year, results));

    public static OrganisationCard Agency(Plan plan, IReadOnlyList<Scorecard> cards, UnitInputs? own = null) =>
        OrganisationCalculator.Calculate(plan, cards, own ?? OfAgency(2026), _ => "kWh");

    public static TargetScore Score(Rule rule, decimal weight, UnitInputs inputs) => Card(Plan(Target("t", weight, rule)), inputs).Targets[0];

    /// <summary>Judges one figure, named <c>f</c>.</summary>
    public static TargetScore Score(Rule rule, decimal weight, int year, IndicatorResult result) => Score(rule, weight, Inputs(year, ("f", result)));

    public static decimal? Attainment(Rule rule, IndicatorResult result, int year = 2026) => Score(rule, 10, year, result).Attainment;

    public static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>As tables show it: two decimals.</summary>
    public static string Shown(decimal? value) => Display.Round2(value!.Value).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>As worked examples write attainments: three decimals.</summary>
    public static string Shown3(decimal? value) =>
        decimal.Round(value!.Value, 3, MidpointRounding.AwayFromZero).ToString("0.000", CultureInfo.InvariantCulture);

    private static Dictionary<string, decimal> Table((string Id, decimal Least)? need) =>
        need is { } row ? new() { [row.Id] = row.Least } : [];
}

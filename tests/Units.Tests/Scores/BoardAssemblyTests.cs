using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Scores;
using EmulationPlatform.Units.Tests.Support;

namespace EmulationPlatform.Units.Tests.Scores;

public sealed class BoardAssemblyTests
{
    private const string Indicator = "x.some";

    /// <summary>The version before keeps its scores: units are compared with their peers by it too.</summary>
    [Fact]
    public void Given_two_versions_with_a_comparison_When_put_together_Then_both_are_compared_for_units_and_agency()
    {
        var (now, before) = (Compared(weight: 4m) with { Version = 2 }, Compared(weight: 10m));
        var assembly = new BoardAssembly(Some.Terms(now) with { Earlier = before });
        UnitScored[] cards = [Scored(now, before, "u0", 2m), Scored(now, before, "u1", 4m), Scored(now, before, "u2", 8m)];

        var (compared, comparedBefore) = (assembly.Compared(cards), assembly.ComparedBefore(cards));

        Assert.Equal([2m / 4m, 1m, 1m], compared.Select(card => card.Targets[0].Attainment!.Value));
        Assert.Equal([5m, 10m, 10m], comparedBefore.OrderBy(known => known.Key, StringComparer.Ordinal).Select(known => known.Value.Targets[0].Points!.Value));
        Assert.Equal(1, assembly.Earlier(comparedBefore, "u0")!.Version);
        Assert.Equal(1, assembly.OrganisationBefore(comparedBefore, Some.Local(7, 31))!.Version);
        Assert.Null(new BoardAssembly(Some.Terms(now)).OrganisationBefore(comparedBefore, Some.Local(7, 31)));
    }

    /// <summary>What a silent unit hides could be any value: nobody's floor rises by it.</summary>
    [Fact]
    public void Given_a_unit_that_hides_its_value_When_the_others_are_compared_Then_no_floor_rises()
    {
        var plan = Compared(weight: 4m);
        var all = Floors(new BoardAssembly(Some.Terms(plan)), plan, 1m, 2m, 4m, 8m);
        var hidden = Floors(new BoardAssembly(Some.Terms(plan)), plan, 1m, 2m, 4m, null);

        Assert.All(all.Zip(hidden), pair => Assert.True(pair.Second <= pair.First, $"{pair.First} became {pair.Second}"));
        Assert.Contains(all, floor => floor > 0m);
    }

    private static List<decimal> Floors(BoardAssembly assembly, Plan plan, params decimal?[] values) =>
        [.. assembly.Compared(values.Select((value, index) => Scored(plan, plan, $"u{index}", value))).OrderBy(card => card.Unit, StringComparer.Ordinal).Select(card => card.Floor ?? 0m)];

    private static UnitScored Scored(Plan now, Plan before, string unit, decimal? value)
    {
        var inputs = new UnitInputs
        {
            Unit = unit, Group = "a", Period = AgencyCalendar.Vietnam.Year(2026), AsOf = Some.Local(7, 31),
            Results = new Dictionary<string, IndicatorResult> { [Indicator] = value is { } known ? IndicatorResult.Exact(known) : new(DataState.NoData, null, 0m) },
        };
        return new(ScorecardCalculator.Calculate(now, inputs, _ => ""), ScorecardCalculator.Calculate(before, inputs, _ => ""), Some.Local(7, 31));
    }

    private static Plan Compared(decimal weight) => Some.Plan(Some.Target("so", Indicator) with
    {
        Weight = weight,
        Rule = new Rule.Scaled(RuleKind.AtLeast, new Figure.AgainstPeers(Indicator, PeerMeasure.Median, HigherIsBetter: true), new Scale.Linear(Course.Flat(0m), Course.Flat(1m))),
    });
}

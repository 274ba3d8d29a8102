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

    private static UnitScored Scored(Plan now, Plan before, string unit, decimal value)
    {
        var inputs = new UnitInputs
        {
            Unit = unit, Group = "a", Period = AgencyCalendar.Vietnam.Year(2026), AsOf = Some.Local(7, 31),
            Results = new Dictionary<string, IndicatorResult> { [Indicator] = IndicatorResult.Exact(value) },
        };
        return new(ScorecardCalculator.Calculate(now, inputs, _ => ""), ScorecardCalculator.Calculate(before, inputs, _ => ""), Some.Local(7, 31));
    }

    private static Plan Compared(decimal weight) => Some.Plan(Some.Target("so", Indicator) with
    {
        Weight = weight,
        Rule = new Rule.Scaled(RuleKind.AtLeast, new Figure.AgainstPeers(Indicator, PeerMeasure.Median, HigherIsBetter: true), new Scale.Linear(Course.Flat(0m), Course.Flat(1m))),
    });
}

using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Scorecards;

/// <summary>Worked examples of scoring §10 that are shares of a population.</summary>
public sealed class WorkedSharesTests
{
    [Theory]
    [InlineData("4 e-signature", 21, 23, 8, "0.913", "7.30")]
    [InlineData("5 dossiers", 1_840, 1_900, 8, "0.968", "7.75")]
    [InlineData("7 training", 52, 58, 9, "0.897", "8.07")]
    [InlineData("12 online procedures", 118, 124, 15, "0.952", "14.27")]
    [InlineData("13 proficient", 43, 50, 10, "0.860", "8.60")]
    [InlineData("15 reports done", 45, 48, 15, "0.938", "14.06")]
    [InlineData("16 both digital", 930, 1_000, 15, "0.930", "13.95")]
    [InlineData("18 waste checks", 18, 24, 5, "0.750", "3.75")]
    public void Given_a_share_of_all_When_judged_Then_it_is_the_attainment(string example, int met, int population, int weight, string attainment, string points)
    {
        var score = Some.Score(SomeRule.AtLeast("f", 1m), weight, 2026, IndicatorResult.Share(met, population));

        Assert.Equal((example, attainment, points), (example, Some.Shown3(score.Attainment), Some.Shown(score.Points)));
        Assert.Equal((score.Attainment, score.Attainment, 1m), (score.FloorAttainment, score.CeilingAttainment, score.Coverage));
    }

    [Fact]
    public void Given_two_silent_computers_When_judged_within_14_days_Then_they_are_unknown()
    {
        var score = Some.Score(SomeRule.AtLeast("f", 1m), 10, 2026, IndicatorResult.Share(36, 40, unknown: 2));

        Assert.Equal("0.947", Some.Shown3(score.Attainment));
        Assert.Equal((36m / 38m, 0.95m, 0.90m, 0.95m), (score.Attainment, score.Coverage, score.FloorAttainment, score.CeilingAttainment));
    }

    [Fact]
    public void Given_two_silent_computers_When_judged_from_day_15_Then_they_are_not_compliant()
    {
        var score = Some.Score(SomeRule.AtLeast("f", 1m), 10, 2026, IndicatorResult.Share(36, 40));

        Assert.Equal((0.9m, 9m, 1m, 0.9m, 0.9m), (score.Attainment, score.Points, score.Coverage, score.FloorAttainment, score.CeilingAttainment));
    }

    [Fact]
    public void Given_one_officer_s_drill_When_judged_in_June_Then_the_other_is_not_due()
    {
        var score = Some.Score(SomeRule.AtLeast("f", 1m), 4, Some.Inputs(2026, ("f", IndicatorResult.Share(1, 1, notDue: 1))) with { AsOf = Some.At(2026, 6, 30) });

        Assert.Equal((1m, 0.5m, 0.5m, 2m), (score.Attainment, score.Coverage, score.DueShare, score.Points));
    }

    [Fact]
    public void Given_one_officer_s_drill_When_judged_at_the_end_of_the_year_Then_the_other_counts()
    {
        var score = Some.Score(SomeRule.AtLeast("f", 1m), 4, 2026, IndicatorResult.Share(1, 2));

        Assert.Equal((0.5m, 2m, 1m), (score.Attainment, score.Points, score.Coverage));
    }

    [Fact]
    public void Given_nine_of_ten_units_with_a_plan_When_summed_Then_the_agency_has_nine_tenths_and_the_tenth_unit_nothing()
    {
        var plan = Some.Plan(Some.Target("S1-37", 10, SomeRule.YesNo("f")));
        var cards = Enumerable.Range(1, 10).Select(unit => Some.Card(plan, 2026, ("f", IndicatorResult.Exact(unit == 10 ? 0m : 1m)))).ToList();

        var agency = Some.Agency(plan, cards).Targets[0];

        Assert.Equal((0.9m, 9m), (agency.Attainment, agency.Points));
        Assert.Equal((10m, 0m), (cards[0].Targets[0].Points, cards[9].Targets[0].Points));
    }

    [Fact]
    public void Given_bim_in_two_of_six_projects_When_two_fifths_are_due_in_2027_Then_five_sixths_are_attained()
    {
        var path = new Course([new(2026, 0.2m), new(2027, 0.4m), new(2030, 1m)], Even: true);

        var score = Some.Score(SomeRule.AtLeast("f", path), 5, 2027, IndicatorResult.Share(2, 6));

        Assert.Equal(("0.833", "4.17"), (Some.Shown3(score.Attainment), Some.Shown(score.Points)));
    }

    [Fact]
    public void Given_two_figures_and_their_both_When_judged_as_the_weakest_Then_the_mean_plays_no_part()
    {
        var rule = SomeRule.Lowest(SomeRule.AtLeast("dossiers", 1m), SomeRule.AtLeast("results", 1m), SomeRule.AtLeast("both", 1m));
        var inputs = Some.Inputs(
            2026, ("dossiers", IndicatorResult.Share(980, 1_000)), ("results", IndicatorResult.Share(940, 1_000)), ("both", IndicatorResult.Share(930, 1_000)));

        Assert.Equal(0.93m, Some.Score(rule, 15, inputs).Attainment);
    }
}

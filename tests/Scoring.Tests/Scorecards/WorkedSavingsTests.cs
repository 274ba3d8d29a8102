using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Scorecards;

/// <summary>Worked examples 1, 2, 3 and 17 of scoring §10: paper, power and water.</summary>
public sealed class WorkedSavingsTests
{
    [Theory]
    [InlineData("100800", "0.80", "0.800", "8.00")]
    [InlineData("90000", "1.25", "1.000", "10.00")]
    [InlineData("124000", "-0.17", "0.000", "0.00")]
    public void Given_paper_of_2027_When_half_is_due_by_2030_Then_the_share_of_the_cut_due_counts(string used, string raw, string attainment, string points)
    {
        var score = Some.Score(Some.Halving, 10, 2027, Some.Whole(Some.Number(used), 120_000m));

        Assert.Equal(96_000m, score.Required);
        Assert.Equal((raw, attainment, points), (Some.Shown(score.RawAttainment), Some.Shown3(score.Attainment), Some.Shown(score.Points)));
    }

    [Fact]
    public void Given_a_printer_lost_in_May_When_judged_in_July_Then_only_matched_months_are_compared()
    {
        var score = Some.Score(Some.Halving, 10, 2026, Some.Part(54_350m, 57_900m, 68_000m));

        Assert.Equal((52_110m, 3_550m / 5_790m, DataState.Estimated), (score.Required, score.Attainment, score.State));
        Assert.Equal(("0.613", "6.13"), (Some.Shown3(score.Attainment), Some.Shown(score.Points)));
        Assert.Equal("85.15", Some.Shown(100m * score.Coverage));
        Assert.Equal((0m, 1m), (score.FloorAttainment, score.CeilingAttainment));
    }

    [Fact]
    public void Given_a_plan_without_base_year_When_judged_Then_it_waits_for_a_decision()
    {
        var open = new EmulationPlatform.Scoring.Plans.Decision("nam-goc", new("Năm nào?", "Which year?"), "Office", [], [], null, []);

        var score = Some.Card(Some.Plan(Some.Target("S1-41", 15, null) with { Open = open }), 2028).Targets[0];

        Assert.Equal((DataState.NeedsDecision, null, null), (score.State, score.Points, score.Attainment));
        Assert.Equal(open.Question, score.Reason);
    }

    [Theory]
    [InlineData(false, "1.05", "410.0", "0.778", "11.67")]
    [InlineData(true, "1.05", "430.5", "1.000", "15.00")]
    [InlineData(true, "1", "410", "0.778", "11.67")]
    public void Given_paper_of_2028_When_the_base_follows_every_head_or_none_Then_the_milestone_moves_with_it(
        bool follows, string heads, string required, string attainment, string points)
    {
        var rule = SomeRule.Reduce(new Figure.ShareOfBase("f", 2025, follows) { PerHeadOver = 0m }, 0.3m);

        var score = Some.Score(rule, 15, Of2028(heads));

        Assert.Equal(Some.Number(required), score.Required);
        Assert.Equal((attainment, points), (Some.Shown3(score.Attainment), Some.Shown(score.Points)));
    }

    [Theory]
    [InlineData("1.05", "410")]
    [InlineData("1.10", "410")]
    [InlineData("1.11", "455.1")]
    [InlineData("0.89", "364.9")]
    public void Given_no_limit_of_its_own_When_heads_move_Then_the_base_follows_over_a_tenth(string heads, string required) =>
        Assert.Equal(Some.Number(required), Some.Score(SomeRule.Reduce("f", 0.3m, perHead: true), 15, Of2028(heads)).Required);

    [Fact]
    public void Given_no_headcount_When_the_base_should_follow_it_Then_nothing_is_compared()
    {
        var score = Some.Score(SomeRule.NotAboveBase("f", perHead: true), 15, 2028, Some.Whole(430m, 500m));

        Assert.Equal((DataState.NoBaseline, null), (score.State, score.Points));
        Assert.Contains("số người", score.Reason!.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_power_and_water_When_judged_Then_plan_power_and_water_count_a_fifth_and_two_fifths()
    {
        var rule = SomeRule.Weighted((0.2m, SomeRule.YesNo("plan")), (0.4m, SomeRule.NotAboveBase("kwh")), (0.4m, SomeRule.NotAboveBase("water")));
        var inputs = Some.Inputs(2026, ("plan", IndicatorResult.Exact(1m)), ("kwh", Some.Whole(12_028m, 12_400m)), ("water", Some.Whole(218m, 210m)));

        var score = Some.Score(rule, 8, inputs);

        Assert.Equal((0.6m, 4.8m), (score.Attainment, score.Points));
        Assert.Equal([1m, 1m, 0m], score.Outcome!.Parts.Select(part => part.Outcome.Attainment));
    }

    private static UnitInputs Of2028(string heads) =>
        Some.Inputs(2028, ("f", Some.Whole(430m, 500m))) with { HeadFactors = new Dictionary<int, decimal> { [2025] = Some.Number(heads) } };
}

using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Scorecards;

public sealed class RuleTests
{
    [Theory]
    [InlineData("100800", "0.80", "0.800", "8.00")]
    [InlineData("90000", "1.25", "1.000", "10.00")]
    [InlineData("124000", "-0.17", "0.000", "0.00")]
    public void Given_paper_of_a_whole_year_When_half_is_due_by_2030_Then_the_share_of_the_cut_due_in_2027_counts(
        string used, string raw, string attainment, string points)
    {
        var score = Some.Score(Some.Halving, 10, 2027, Some.Whole(Number(used), 120_000m));

        Assert.Equal(96_000m, score.Required);
        Assert.Equal(Number(raw), Display.Round2(score.RawAttainment!.Value));
        Assert.Equal(Number(attainment), Round3(score.Attainment));
        Assert.Equal(Number(points), Display.Round2(score.Points!.Value));
    }

    [Fact]
    public void Given_a_lost_month_When_judged_Then_only_matched_months_are_compared()
    {
        var result = new IndicatorResult(DataState.Estimated, 54_350m, 57_900m / 68_000m)
        {
            Reference = 57_900m,
            ReferenceElapsed = 68_000m,
            Best = 54_350m,
        };

        var score = Some.Score(Some.Halving, 10, 2026, result);

        Assert.Equal(52_110m, score.Required);
        Assert.Equal(3_550m / 5_790m, score.Attainment);
        Assert.Equal(0.613m, Round3(score.Attainment));
        Assert.Equal(6.13m, Display.Round2(score.Points!.Value));
        Assert.Equal(85.1m, Display.Round1(score.Coverage * 100m));
        Assert.Equal((0m, 1m), (score.FloorAttainment, score.CeilingAttainment));
    }

    [Theory]
    [InlineData("500", "410", "0.778", "11.67")]
    [InlineData("525", "430.5", "1.000", "15.00")]
    public void Given_a_cut_of_30_percent_When_judged_in_2028_Then_18_percent_are_due(string baseline, string required, string attainment, string points)
    {
        var score = Some.Score(new Rule.Reduce(2025, 0.3m, 2030), 15, 2028, Some.Whole(430m, Number(baseline)));

        Assert.Equal(Number(required), score.Required);
        Assert.Equal(Number(attainment), Round3(score.Attainment));
        Assert.Equal(Number(points), Display.Round2(score.Points!.Value));
    }

    [Theory]
    [InlineData("12028", "12400", 1)]
    [InlineData("218", "210", 0)]
    [InlineData("210", "210", 1)]
    [InlineData("210.000001", "210", 0)]
    public void Given_not_above_base_When_judged_Then_it_is_all_or_nothing(string used, string baseline, int attainment)
    {
        var score = Some.Score(Some.NotAboveBase, 4, 2026, Some.Whole(Number(used), Number(baseline)));

        Assert.Equal(attainment, score.Attainment);
        Assert.Equal(attainment, score.RawAttainment);
        Assert.Equal(4m * attainment, score.Points);
        Assert.Equal(Number(baseline), score.Required);
    }

    [Theory]
    [InlineData(2026, "90")]
    [InlineData(2027, "80")]
    [InlineData(2028, "70")]
    [InlineData(2029, "60")]
    [InlineData(2030, "50")]
    [InlineData(2033, "50")]
    public void Given_a_path_When_years_pass_Then_the_milestone_falls_evenly_and_stays(int year, string required) =>
        Assert.Equal(Number(required), Some.Score(Some.Halving, 10, year, Some.Whole(70m, 100m)).Required);

    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    public void Given_a_cut_When_judged_in_the_base_year_or_before_Then_nothing_is_due(int year)
    {
        var plan = Some.Plan(Some.Target("t", 10, Some.Halving));

        foreach (var result in new[] { Some.Whole(70m, 100m), Some.State(DataState.NoData) })
        {
            var card = Some.Card(plan, year, result);
            Assert.Equal(DataState.NotDue, card.Targets[0].State);
            Assert.Equal((null, null, null, null), (card.Score, card.Coverage, card.Floor, card.Ceiling));
        }
    }

    [Fact]
    public void Given_a_base_of_zero_When_judged_Then_there_is_no_baseline_and_never_full_points()
    {
        foreach (var rule in new[] { Some.Halving, Some.NotAboveBase })
        {
            var score = Some.Score(rule, 10, 2026, Some.Whole(0m, 0m));

            Assert.Equal(DataState.NoBaseline, score.State);
            Assert.Null(score.Points);
            Assert.NotNull(score.Result.Reason);
        }
    }

    [Fact]
    public void Given_a_cut_too_small_for_decimals_When_judged_Then_the_base_itself_is_the_milestone()
    {
        var rule = new Rule.Reduce(2025, 0.0000000000000000000000000001m, 2030);

        Assert.Equal(1m, Some.Score(rule, 10, 2026, Some.Whole(100m, 100m)).Attainment);
        Assert.Equal(0m, Some.Score(rule, 10, 2026, Some.Whole(101m, 100m)).Attainment);
    }

    [Fact]
    public void Given_a_tiny_base_and_a_huge_use_When_judged_Then_the_raw_figure_is_cut_and_nothing_overflows()
    {
        var score = Some.Score(Some.Halving, 10, 2026, Some.Whole(9_000_000_000_000m, 0.0000000000000000001m));

        Assert.Equal(-1_000_000m, score.RawAttainment);
        Assert.Equal(0m, score.Attainment);
    }

    [Fact]
    public void Given_an_approved_rule_When_judged_Then_it_replaces_the_default()
    {
        var target = Some.Target("t", 10, Some.NotAboveBase) with
        {
            Approved = new ApprovedRule(Some.Halving, "45/QĐ-BQLDA", "Giám đốc", new DateOnly(2026, 3, 15)),
        };

        Assert.Equal(0.5m, Some.Card(Some.Plan(target), 2026, Some.Whole(95m, 100m)).Targets[0].Attainment);
    }

    [Fact]
    public void Given_a_baseline_of_another_year_When_judged_Then_it_is_not_compared()
    {
        var score = Some.Score(Some.NotAboveBase, 10, 2026, Some.Whole(95m, 100m) with { BaselineYear = 2024 });

        Assert.Equal(DataState.NoBaseline, score.State);
        Assert.Contains("năm gốc", score.Result.Reason!.Vi, StringComparison.Ordinal);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static decimal Round3(decimal? value) => decimal.Round(value!.Value, 3, MidpointRounding.AwayFromZero);
}

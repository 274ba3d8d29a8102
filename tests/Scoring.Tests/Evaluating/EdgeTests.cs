using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Evaluating;

/// <summary>Paths, baselines and numbers at their edges.</summary>
public sealed class EdgeTests
{
    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    public void Given_a_cut_When_judged_in_the_base_year_or_before_Then_nothing_is_due(int year)
    {
        var plan = Some.Plan(Some.Target("t", 10, Some.Halving));

        foreach (var result in new[] { Some.Whole(70m, 100m), Some.State(DataState.NoData), Some.Owed })
        {
            var card = Some.Card(plan, year, ("f", result));
            Assert.Equal(DataState.NotDue, card.Targets[0].State);
            Assert.Equal((null, null, null, null), (card.Score, card.Coverage, card.Floor, card.Ceiling));
        }
    }

    [Theory]
    [InlineData(2025, null)]
    [InlineData(2026, "0.2")]
    [InlineData(2028, "0.6")]
    [InlineData(2030, "1.0")]
    [InlineData(2035, "1")]
    public void Given_an_even_path_When_years_pass_Then_the_demand_grows_evenly_and_stays(int year, string? required)
    {
        var score = Some.Score(SomeRule.AtLeast("f", Course.Path(2025, 0m, 2030, 1m)), 10, year, IndicatorResult.Exact(0.1m));

        Assert.Equal(required is null ? null : Some.Number(required), score.IsDue ? score.Required : null);
    }

    [Theory]
    [InlineData(2026, null)]
    [InlineData(2027, "5")]
    [InlineData(2028, "5")]
    [InlineData(2029, "8")]
    public void Given_a_value_for_each_year_When_years_pass_Then_each_holds_until_the_next(int year, string? required)
    {
        var rule = SomeRule.AtLeast("f", new Course([new(2027, 5m), new(2029, 8m)], Even: false));

        Assert.Equal(required is null ? null : Some.Number(required), Some.Score(rule, 10, year, IndicatorResult.Exact(4m)).Required);
    }

    [Theory]
    [InlineData(2026, "1")]
    [InlineData(2027, "0.5")]
    public void Given_values_that_cross_the_zero_point_When_judged_Then_the_bounds_follow_this_year_s_direction(int year, string attainment)
    {
        var rule = SomeRule.AtLeast("f", new Course([new(2026, 3m), new(2027, 7m)], Even: false), zeroAt: 5m);
        var result = new IndicatorResult(DataState.Measured, year == 2026 ? 3m : 6m, 0.5m) { Least = 2m, Most = 6m };

        var score = Some.Score(rule, 10, year, result);

        Assert.Equal(Some.Number(attainment), score.Attainment);
        Assert.True(score.FloorAttainment <= score.Attainment && score.Attainment <= score.CeilingAttainment);
    }

    [Fact]
    public void Given_a_base_of_zero_When_judged_Then_there_is_no_baseline_and_never_full_points()
    {
        foreach (var rule in new[] { Some.Halving, SomeRule.NotAboveBase("f") })
        {
            var score = Some.Score(rule, 10, 2026, Some.Whole(0m, 0m));

            Assert.Equal(DataState.NoBaseline, score.State);
            Assert.Null(score.Points);
            Assert.NotNull(score.Reason);
        }
    }

    [Fact]
    public void Given_a_baseline_of_another_year_When_judged_Then_it_is_not_compared()
    {
        var score = Some.Score(SomeRule.NotAboveBase("f"), 10, 2026, Some.Whole(95m, 100m) with { BaselineYear = 2024 });

        Assert.Equal(DataState.NoBaseline, score.State);
        Assert.Contains("năm gốc", score.Reason!.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_nothing_of_the_period_before_When_growth_is_judged_Then_there_is_no_baseline() =>
        Assert.Equal(DataState.NoBaseline, Some.Score(SomeRule.Increase("f", 0.1m), 10, 2026, IndicatorResult.Exact(5m)).State);

    [Fact]
    public void Given_a_cut_too_small_for_decimals_When_judged_Then_the_base_itself_is_the_milestone()
    {
        var rule = SomeRule.Reduce("f", 0.0000000000000000000000000001m);

        Assert.Equal(1m, Some.Attainment(rule, Some.Whole(100m, 100m)));
        Assert.Equal(0m, Some.Attainment(rule, Some.Whole(101m, 100m)));
    }

    [Fact]
    public void Given_a_tiny_base_and_a_huge_use_When_judged_Then_the_raw_figure_is_cut_and_nothing_overflows()
    {
        var score = Some.Score(Some.Halving, 10, 2026, Some.Whole(9_000_000_000_000m, 0.0000000000000000001m));

        Assert.Equal((-1_000_000m, 0m), (score.RawAttainment, score.Attainment));
    }

    [Fact]
    public void Given_a_bounded_worst_When_judged_Then_the_floor_is_no_deeper_than_the_bound()
    {
        var result = Some.Part(45m, 50m, 100m) with { Most = 95m };

        var score = Some.Score(Some.Halving, 4, 2026, result);

        Assert.Equal((0.5m, 1m, 1m), (score.FloorAttainment, score.Attainment, score.CeilingAttainment));
    }
}

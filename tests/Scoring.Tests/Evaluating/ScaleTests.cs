using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Evaluating;

/// <summary>One figure on a scale: a table for each kind of rule that plan files know.</summary>
public sealed class ScaleTests
{
    [Theory]
    [InlineData("0.40", "0")]
    [InlineData("0.50", "0")]
    [InlineData("0.75", "0.5")]
    [InlineData("1", "1")]
    public void Given_at_least_with_a_zero_point_When_judged_Then_it_grows_from_there(string value, string attainment) =>
        Check(SomeRule.AtLeast("f", 1m, zeroAt: 0.5m), value, attainment);

    [Theory]
    [InlineData("2", "1")]
    [InlineData("3", "1")]
    [InlineData("4", "0.5")]
    [InlineData("5", "0")]
    [InlineData("9", "0")]
    public void Given_at_most_When_judged_Then_it_falls_beyond(string value, string attainment) =>
        Check(SomeRule.AtMost("f", 3m, zeroAt: 5m), value, attainment);

    [Theory]
    [InlineData("2.7", "0")]
    [InlineData("2.71", "1")]
    [InlineData("3.3", "1")]
    [InlineData("3.31", "0")]
    public void Given_limits_When_judged_Then_strict_ones_leave_themselves_out(string value, string attainment) =>
        Check(SomeRule.Pass("f", over: 2.7m, atMost: 3.3m), value, attainment);

    [Theory]
    [InlineData("-1", "1")]
    [InlineData("4.9", "1")]
    [InlineData("5", "0")]
    public void Given_an_upper_limit_alone_When_judged_Then_everything_below_passes(string value, string attainment) =>
        Check(SomeRule.Pass("f", under: 5m), value, attainment);

    [Theory]
    [InlineData("7", "0")]
    [InlineData("8", "1")]
    public void Given_a_lower_limit_alone_When_judged_Then_it_belongs_to_what_passes(string value, string attainment) =>
        Check(SomeRule.Pass("f", atLeast: 8m), value, attainment);

    [Theory]
    [InlineData("12028", "12400", 1)]
    [InlineData("218", "210", 0)]
    [InlineData("210", "210", 1)]
    [InlineData("210.000001", "210", 0)]
    public void Given_not_above_base_When_judged_Then_it_is_all_or_nothing(string used, string baseline, int attainment)
    {
        var score = Some.Score(SomeRule.NotAboveBase("f"), 4, 2026, Some.Whole(Some.Number(used), Some.Number(baseline)));

        Assert.Equal((attainment, attainment, 4m * attainment), (score.Attainment, score.RawAttainment, score.Points));
        Assert.Equal(Some.Number(baseline), score.Required);
    }

    [Theory]
    [InlineData(2026, "90")]
    [InlineData(2027, "80")]
    [InlineData(2028, "70")]
    [InlineData(2029, "60")]
    [InlineData(2030, "50")]
    [InlineData(2033, "50")]
    public void Given_a_path_When_years_pass_Then_the_milestone_falls_evenly_and_stays(int year, string required) =>
        Assert.Equal(Some.Number(required), Some.Score(Some.Halving, 10, year, Some.Whole(70m, 100m)).Required);

    [Theory]
    [InlineData("100", "0")]
    [InlineData("105", "0")]
    [InlineData("110", "0.5")]
    [InlineData("115", "1")]
    [InlineData("90", "0")]
    public void Given_growth_When_judged_Then_it_is_held_against_the_period_before(string now, string attainment)
    {
        var inputs = Some.Inputs(2026, ("f", IndicatorResult.Exact(Some.Number(now)))) with
        {
            Previous = new Dictionary<string, IndicatorResult> { ["f"] = IndicatorResult.Exact(100m) },
        };

        var score = Some.Score(SomeRule.Increase("f", 0.15m, zeroAt: 0.05m), 10, inputs);

        Assert.Equal(Some.Number(attainment), score.Attainment);
        Assert.Equal((score.Attainment, score.Attainment), (score.FloorAttainment, score.CeilingAttainment));
    }

    [Theory]
    [InlineData(2, 12, "0.5")]
    [InlineData(3, 12, "0.75")]
    [InlineData(4, 12, "1")]
    [InlineData(9, 24, "0.75")]
    public void Given_a_count_by_elapsed_time_When_a_third_of_the_year_has_passed_Then_a_third_is_asked_for(int count, int demanded, string attainment)
    {
        var inputs = Some.Inputs(2026, ("f", IndicatorResult.Exact(count)));
        var third = (inputs.Period.End.UnixMilliseconds - inputs.Period.Start.UnixMilliseconds) / (demanded == 12 ? 3 : 2);

        var score = Some.Score(SomeRule.Count("f", demanded, proRata: true), 10, inputs with { AsOf = inputs.Period.Start.Plus(TimeSpan.FromMilliseconds(third)) });

        Assert.Equal(Some.Number(attainment), decimal.Round(score.Attainment!.Value, 9));
        Assert.Equal(1m, score.DueShare);
    }

    [Theory]
    [InlineData("-5", "0")]
    [InlineData("0", "0.2")]
    [InlineData("3", "0.2")]
    [InlineData("3.1", "0.5")]
    [InlineData("5", "1")]
    [InlineData("9", "0.7")]
    public void Given_a_table_When_judged_Then_the_last_step_reached_counts(string value, string attainment) =>
        Check(SomeRule.Steps("f", SomeRule.Row(0m, 0.2m), SomeRule.Row(3m, 0.5m, over: true), SomeRule.Row(5m, 1m), SomeRule.Row(9m, 0.7m)), value, attainment);

    [Fact]
    public void Given_a_table_and_an_open_figure_When_judged_Then_the_bounds_hold_every_step_that_can_be()
    {
        var rule = SomeRule.Steps("f", SomeRule.Row(0m, 0.2m), SomeRule.Row(5m, 1m), SomeRule.Row(9m, 0.7m));
        var partly = new IndicatorResult(DataState.Measured, 6m, 0.5m) { Least = 4m, Most = 8.9m };

        Assert.Equal((0.2m, 1m, 1m), Of(rule, partly));
        Assert.Equal((0.7m, 1m, 1m), Of(rule, partly with { Least = 5m, Most = null }));
        Assert.Equal((0m, 1m, 1m), Of(rule, partly with { Least = null }));
    }

    [Theory]
    [InlineData(0, "1")]
    [InlineData(2, "0.6")]
    [InlineData(4, "0.3")]
    [InlineData(7, "0.3")]
    public void Given_deductions_for_each_event_When_judged_Then_they_stop_at_the_least(int events, string attainment) =>
        Check(SomeRule.Each("f", points: -2m, outOf: 10m, start: 10m, least: 3m), events, attainment);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(2, "0.4")]
    [InlineData(9, "0.8")]
    public void Given_points_for_each_event_When_judged_Then_they_stop_at_the_most(int events, string attainment) =>
        Check(SomeRule.Each("f", points: 2m, outOf: 10m, most: 8m), events, attainment);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    public void Given_yes_or_no_When_judged_Then_it_is_all_or_nothing(int value, string attainment) => Check(SomeRule.YesNo("f"), value, attainment);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "0.25")]
    [InlineData(3, "0.75")]
    [InlineData(4, "1")]
    public void Given_stages_When_judged_Then_each_gives_its_share(int stage, string attainment) =>
        Check(SomeRule.Staged("f", 0m, 0.25m, 0.5m, 0.75m, 1m), stage, attainment);

    [Theory]
    [InlineData("2.5", "0.625")]
    [InlineData("4", "1")]
    public void Given_a_rating_When_judged_Then_it_is_out_of_four(string median, string attainment) => Check(SomeRule.Rated("f"), median, attainment);

    [Theory]
    [InlineData(PeerMeasure.Best, true, "90", "0.5")]
    [InlineData(PeerMeasure.Median, true, "60", "0.75")]
    [InlineData(PeerMeasure.Mean, true, "60", "0.6")]
    [InlineData(PeerMeasure.Median, true, "100", "1")]
    [InlineData(PeerMeasure.Best, false, "80", "0.75")]
    [InlineData(PeerMeasure.Best, false, "60", "1")]
    [InlineData(PeerMeasure.Mean, false, "200", "0.5")]
    public void Given_peers_When_judged_Then_the_value_is_held_against_theirs(PeerMeasure measure, bool higherIsBetter, string value, string attainment)
    {
        var inputs = WithPeers(Some.Number(value), 180m, 60m, 90m, 70m);

        Assert.Equal(Some.Number(attainment), Some.Score(SomeRule.AgainstPeers("f", measure, higherIsBetter), 10, inputs).Attainment);
    }

    [Theory]
    [InlineData(MissingBy.Platform)]
    [InlineData(MissingBy.Unit)]
    public void Given_fewer_than_three_peers_When_judged_Then_nothing_can_be_said_and_nobody_is_to_blame(MissingBy missingBy)
    {
        var inputs = WithPeers(60m, 60m, 70m);
        var result = IndicatorResult.Exact(60m) with { MissingBy = missingBy };

        var score = Some.Score(
            SomeRule.AgainstPeers("f", PeerMeasure.Best, true), 10, inputs with { Results = new Dictionary<string, IndicatorResult> { ["f"] = result } });

        Assert.Equal((DataState.NoData, null, 0m, 0m, 1m), (score.State, score.Points, score.Coverage, score.FloorAttainment, score.CeilingAttainment));
        Assert.Contains("ba đơn vị", score.Reason!.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_peers_that_all_have_nothing_When_judged_Then_everybody_is_as_good_as_the_best() =>
        Assert.Equal(1m, Some.Score(SomeRule.AgainstPeers("f", PeerMeasure.Best, true), 10, WithPeers(0m, 0m, 0m, 0m)).Attainment);

    [Fact]
    public void Given_one_value_by_another_When_judged_Then_the_quotient_counts_and_nothing_of_nothing_does_not_apply()
    {
        var rule = SomeRule.AtLeastRatio("done", "asked", 0.8m);

        Assert.Equal(0.75m, Some.Score(rule, 10, Of(6m, IndicatorResult.Exact(10m))).Attainment);
        Assert.Equal(DataState.NotApplicable, Some.Score(rule, 10, Of(0m, IndicatorResult.Exact(0m))).State);
        Assert.Equal(DataState.NoData, Some.Score(rule, 10, Of(0m, new(DataState.Measured, 0m, 0.5m) { Least = 0m })).State);

        static Scoring.Evaluating.UnitInputs Of(decimal done, IndicatorResult asked) => Some.Inputs(2026, ("done", IndicatorResult.Exact(done)), ("asked", asked));
    }

    [Fact]
    public void Given_a_part_of_the_period_before_When_growth_is_judged_Then_its_bounds_open_those_of_the_growth()
    {
        var before = new IndicatorResult(DataState.Measured, 50m, 0.5m) { Least = 50m, Most = 100m };
        var inputs = Some.Inputs(2026, ("f", IndicatorResult.Exact(110m))) with { Previous = new Dictionary<string, IndicatorResult> { ["f"] = before } };

        var score = Some.Score(SomeRule.Increase("f", 0.2m), 10, inputs);

        Assert.Equal((1m, 0.5m, 0.5m, 1m), (score.Attainment, score.Coverage, score.FloorAttainment, score.CeilingAttainment));
    }

    private static Scoring.Evaluating.UnitInputs WithPeers(decimal value, params decimal[] peers) => Some.Inputs(2026, ("f", IndicatorResult.Exact(value))) with
    {
        Peers = new Dictionary<string, IReadOnlyList<decimal>> { ["f"] = peers },
    };

    private static (decimal Floor, decimal? Attainment, decimal Ceiling) Of(Rule rule, IndicatorResult result)
    {
        var score = Some.Score(rule, 10, 2026, result);
        return (score.FloorAttainment, score.Attainment, score.CeilingAttainment);
    }

    private static void Check(Rule rule, string value, string attainment) => Check(rule, Some.Number(value), attainment);

    /// <summary>Of whole data the bounds are the value itself.</summary>
    private static void Check(Rule rule, decimal value, string attainment)
    {
        var expected = Some.Number(attainment);
        Assert.Equal((expected, expected, expected), Of(rule, IndicatorResult.Exact(value)));
    }
}

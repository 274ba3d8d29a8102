using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Scorecards;

public sealed class StateTests
{
    [Theory]
    [InlineData(DataState.NoData)]
    [InlineData(DataState.NoBaseline)]
    [InlineData(DataState.Failed)]
    public void Given_a_due_target_without_figure_When_summed_Then_it_is_out_of_the_score_and_wide_open_in_the_bounds(DataState state)
    {
        var plan = Some.Plan(Some.Target("known", 6, Some.Halving), Some.Target("open", 4, Some.Halving));

        var card = Some.Card(plan, 2026, Some.Attaining(0.5m), Some.State(state));

        Assert.Equal((50m, 0.6m, 30m, 70m), (card.Score, card.Coverage, card.Floor, card.Ceiling));
        Assert.Equal(state, card.Targets[1].State);
        Assert.Null(card.Targets[1].Points);
    }

    [Theory]
    [InlineData(DataState.NotDue)]
    [InlineData(DataState.NotApplicable)]
    public void Given_a_target_that_is_not_asked_for_When_summed_Then_it_counts_nowhere(DataState state)
    {
        var plan = Some.Plan(Some.Target("known", 6, Some.Halving), Some.Target("out", 4, Some.Halving));

        var card = Some.Card(plan, 2026, Some.Attaining(0.5m), Some.State(state));

        Assert.Equal((50m, 1m, 50m, 50m), (card.Score, card.Coverage, card.Floor, card.Ceiling));
    }

    [Fact]
    public void Given_nothing_measured_When_summed_Then_there_is_no_score_and_no_band_but_bounds()
    {
        var card = Some.Card(Some.Plan(Some.Target("t", 4, Some.Halving)), 2026, Some.State(DataState.NoData));

        Assert.Equal((null, 0m, 0m, 100m), (card.Score, card.Coverage, card.Floor, card.Ceiling));
        Assert.Null(card.Band);
    }

    [Fact]
    public void Given_a_measured_state_without_a_value_When_judged_Then_it_is_no_data() =>
        Assert.Equal(DataState.NoData, Some.Score(Some.Halving, 4, 2026, Some.State(DataState.Measured)).State);

    [Theory]
    [InlineData(26, DataState.Measured)]
    [InlineData(27, DataState.Stale)]
    public void Given_readings_of_some_hours_ago_When_judged_Then_they_turn_stale_after_26_hours_and_keep_their_points(int hours, DataState state)
    {
        var asOf = Some.At(2026, 7, 31);
        var result = Some.Attaining(0.5m) with { UpdatedAt = asOf.Plus(TimeSpan.FromHours(-hours)) };

        var score = Judge(result, asOf);

        Assert.Equal(state, score.State);
        Assert.Equal(2m, score.Points);
    }

    [Fact]
    public void Given_a_closed_period_When_looked_at_later_Then_its_data_have_not_aged()
    {
        var result = Some.Attaining(0.5m) with { UpdatedAt = Some.At(2027, 1, 1).Plus(TimeSpan.FromHours(-1)) };

        Assert.Equal(DataState.Measured, Judge(result, Some.At(2027, 5, 1)).State);
    }

    [Theory]
    [InlineData("90", "xuat-sac")]
    [InlineData("89.99", "tot")]
    [InlineData("65", "kha")]
    [InlineData("50", "dat")]
    [InlineData("0", "chua-dat")]
    public void Given_a_score_When_classed_Then_the_threshold_belongs_to_the_better_band(string score, string band)
    {
        var attainment = decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture) / 100m;

        var card = Some.Card(Some.Plan(Some.Target("t", 4, Some.Halving)), 2026, Some.Attaining(attainment));

        Assert.Equal(band, card.Band!.Id);
    }

    [Fact]
    public void Given_a_bounded_worst_When_judged_Then_the_floor_is_no_deeper_than_the_bound()
    {
        var result = new IndicatorResult(DataState.Measured, 45m, 0.5m) { Reference = 50m, ReferenceElapsed = 100m, Best = 45m, Worst = 95m };

        var score = Some.Score(Some.Halving, 4, 2026, result);

        Assert.Equal((0.5m, 1m, 1m), (score.FloorAttainment, score.Attainment, score.CeilingAttainment));
    }

    private static TargetScore Judge(IndicatorResult result, Instant asOf)
    {
        var plan = Some.Plan(Some.Target("t", 4, Some.Halving));
        return ScorecardCalculator.Calculate(plan, "u", _ => result, _ => "kWh", AgencyCalendar.Vietnam.Year(2026), asOf).Targets[0];
    }
}

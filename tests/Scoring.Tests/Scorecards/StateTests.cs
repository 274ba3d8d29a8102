using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Scorecards;

/// <summary>What a missing, early or unasked figure does to the sheet (scoring §3).</summary>
public sealed class StateTests
{
    private static readonly Plan Two = Some.Plan(Some.Given("known", 6), Some.Given("open", 4));
    private static readonly LocalizedText Flood = new("Trụ sở bị ngập", "The office was flooded");

    [Theory]
    [InlineData(DataState.NoData)]
    [InlineData(DataState.NoBaseline)]
    [InlineData(DataState.Failed)]
    public void Given_a_due_target_withoutsidefigure_When_summed_Then_it_is_outsideof_the_score_and_wide_open_in_the_bounds(DataState state)
    {
        var card = CardOf(Some.State(state));

        Assert.Equal((50m, 0.6m, 30m, 70m), (card.Score, card.Coverage, card.Floor, card.Ceiling));
        Assert.Equal((state, null), (card.Targets[1].State, card.Targets[1].Points));
    }

    [Fact]
    public void Given_what_the_unit_owes_When_summed_Then_it_counts_as_nothing_until_it_comes()
    {
        var card = CardOf(Some.Owed);

        Assert.Equal((30m, 1m, 30m, 70m), (card.Score, card.Coverage, card.Floor, card.Ceiling));
        Assert.Equal((DataState.NoData, 0m), (card.Targets[1].State, card.Targets[1].Points));
    }

    [Fact]
    public void Given_a_figure_that_nobody_named_When_summed_Then_it_is_the_platform_s()
    {
        var card = Some.Card(Two, 2026, ("known", IndicatorResult.Exact(0.5m)));

        Assert.Equal((50m, 0.6m, DataState.NoData), (card.Score, card.Coverage, card.Targets[1].State));
        Assert.NotNull(card.Targets[1].Reason);
    }

    [Theory]
    [InlineData(DataState.NotDue)]
    [InlineData(DataState.NotApplicable)]
    public void Given_a_target_that_is_not_asked_for_When_summed_Then_it_counts_nowhere(DataState state)
    {
        var card = CardOf(Some.State(state));

        Assert.Equal((50m, 1m, 50m, 50m), (card.Score, card.Coverage, card.Floor, card.Ceiling));
        Assert.Equal(state, card.Targets[1].State);
    }

    [Fact]
    public void Given_full_points_where_it_does_not_apply_When_summed_Then_it_counts_in_full()
    {
        var plan = Two with { Targets = [Two.Targets[0], Two.Targets[1] with { FullWhenNotApplicable = true }] };

        var card = Some.Card(plan, 2026, ("known", IndicatorResult.Exact(0.5m)), ("open", Some.State(DataState.NotApplicable)));

        Assert.Equal((70m, 1m, 70m, 70m, DataState.NotApplicable), (card.Score, card.Coverage, card.Floor, card.Ceiling, card.Targets[1].State));
    }

    [Theory]
    [InlineData(true, "50", null)]
    [InlineData(false, "70", "4")]
    public void Given_a_unit_outsideof_scope_When_summed_Then_it_is_left_outsideor_has_full_points(bool leaveOut, string score, string? points)
    {
        var outside = Two.Targets[1] with { Scope = new(["b"], [], []), FullWhenNotApplicable = !leaveOut };

        var card = Some.Card(Two with { Targets = [Two.Targets[0], outside] }, 2026, ("known", IndicatorResult.Exact(0.5m)), ("open", IndicatorResult.Exact(0m)));

        Assert.Equal((Some.Number(score), points is null ? null : Some.Number(points)), (card.Score, card.Targets[1].Points));
        Assert.Contains("không áp dụng", card.Targets[1].Reason!.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6, 30, 23, DataState.NotApplicable)]
    [InlineData(7, 1, 0, DataState.Measured)]
    public void Given_an_exemption_When_its_last_day_is_over_Then_the_target_is_owed_again(int month, int day, int hour, DataState state)
    {
        var target = Some.Given("f", 10) with { Exemptions = [new(Some.Unit, Flood, "Giám đốc", new DateOnly(2026, 6, 30))] };

        var score = Some.Card(Some.Plan(target), Some.Inputs(2026, ("f", IndicatorResult.Exact(0.5m))) with { AsOf = Some.At(2026, month, day, hour) }).Targets[0];

        Assert.Equal(state, score.State);
        Assert.Equal(state == DataState.NotApplicable, score.Reason?.Vi == "Trụ sở bị ngập (Giám đốc duyệt, đến hết 30/06/2026)");
    }

    [Fact]
    public void Given_an_exemption_of_another_unit_When_judged_Then_it_changes_nothing()
    {
        var target = Some.Given("f", 10) with { Exemptions = [new("ke-toan", Flood, "Giám đốc", new DateOnly(2026, 12, 31))] };

        Assert.Equal(5m, Some.Card(Some.Plan(target), 2026, ("f", IndicatorResult.Exact(0.5m))).Targets[0].Points);
    }

    [Fact]
    public void Given_a_rule_that_the_plan_leaves_open_When_summed_Then_its_points_alone_are_blocked()
    {
        var open = new Decision("cau-hoi", new("Thế nào?", "How?"), "Office", [new("a", new("", ""), SomeRule.AtLeast("open", 1m), null)], [], null, []);
        var plan = Two with { Targets = [Two.Targets[0], Some.Target("open", 4, null) with { Open = open }] };

        var card = Some.Card(plan, 2026, ("known", IndicatorResult.Exact(0.5m)), ("open", IndicatorResult.Exact(0.9m)));

        Assert.Equal((50m, 1m, 50m, 50m), (card.Score, card.Coverage, card.Floor, card.Ceiling));
        Assert.Equal((DataState.NeedsDecision, null, open.Question), (card.Targets[1].State, card.Targets[1].Points, card.Targets[1].Reason));
        Assert.Equal(0.9m, card.Targets[1].Result.Value);
    }

    [Fact]
    public void Given_an_open_appeal_When_judged_Then_that_target_alone_is_marked()
    {
        var card = Some.Card(Two, Some.Inputs(2026, ("known", IndicatorResult.Exact(1m))) with { Disputed = new HashSet<string> { "open" } });

        Assert.Equal([false, true], card.Targets.Select(target => target.IsDisputed));
    }

    [Fact]
    public void Given_nothing_measured_When_summed_Then_there_is_no_score_and_no_band_but_bounds()
    {
        var card = Some.Card(Some.Plan(Some.Given("f", 4)), 2026, ("f", Some.State(DataState.NoData)));

        Assert.Equal((null, 0m, 0m, 100m), (card.Score, card.Coverage, card.Floor, card.Ceiling));
        Assert.Null(card.Band);
    }

    [Fact]
    public void Given_a_measured_state_withoutsidea_value_When_judged_Then_it_is_no_data() =>
        Assert.Equal(DataState.NoData, Some.Score(Some.Halving, 4, 2026, Some.State(DataState.Measured)).State);

    /// <summary>A meter is read every day, a person declares with a report.</summary>
    [Theory]
    [InlineData(DataState.SelfDeclared, 184, DataState.SelfDeclared)]
    [InlineData(DataState.Verified, 184, DataState.Verified)]
    [InlineData(DataState.SelfDeclared, 185, DataState.Stale)]
    [InlineData(DataState.Measured, 2, DataState.Stale)]
    public void Given_a_figure_of_some_days_ago_When_judged_Then_what_people_declared_lasts_for_two_quarters(DataState said, int days, DataState state)
    {
        var result = Some.State(said) with { Value = 0.5m, Coverage = 1m, UpdatedAt = Some.At(2026, 12, 1).Plus(TimeSpan.FromDays(-days)) };

        var score = Some.Score(SomeRule.AtLeast("f", 1m), 4, Some.Inputs(2026, ("f", result)) with { AsOf = Some.At(2026, 12, 1) });

        Assert.Equal((state, 2m), (score.State, score.Points));
        Assert.Equal(score.State == DataState.Stale, score.FreshUntil < Some.At(2026, 12, 1));
    }

    [Theory]
    [InlineData(26, DataState.Measured)]
    [InlineData(27, DataState.Stale)]
    public void Given_readings_of_some_hours_ago_When_judged_Then_they_turn_stale_after_26_hours_and_keep_their_points(int hours, DataState state)
    {
        var asOf = Some.At(2026, 7, 31);
        var result = Some.Attaining(0.5m) with { UpdatedAt = asOf.Plus(TimeSpan.FromHours(-hours)) };

        var score = Some.Score(Some.Halving, 4, Some.Inputs(2026, ("f", result)) with { AsOf = asOf });

        Assert.Equal((state, 2m), (score.State, score.Points));
    }

    [Fact]
    public void Given_a_closed_period_When_looked_at_later_Then_its_data_have_not_aged()
    {
        var result = Some.Attaining(0.5m) with { UpdatedAt = Some.At(2027, 1, 1).Plus(TimeSpan.FromHours(-1)) };

        Assert.Equal(DataState.Measured, Some.Score(Some.Halving, 4, Some.Inputs(2026, ("f", result)) with { AsOf = Some.At(2027, 5, 1) }).State);
    }

    private static Scorecard CardOf(IndicatorResult open) => Some.Card(Two, 2026, ("known", IndicatorResult.Exact(0.5m)), ("open", open));
}

using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Scorecards;

public sealed class OrganisationTests
{
    private static readonly Plan ByUnits = Some.Plan(Some.Target("S0-24", 8, SomeRule.NotAboveBase("f")));
    private static readonly Plan Halving = Summing(Some.Target("S0-23", 10, Some.Halving));

    [Fact]
    public void Given_five_of_seven_rooms_that_comply_When_summed_Then_the_agency_has_five_sevenths()
    {
        var card = Agency(ByUnits, [.. Enumerable.Repeat(Good, 5), .. Enumerable.Repeat(Bad, 2)]);

        var target = card.Targets[0];
        Assert.Equal((5, 7, 7), (target.Met, target.Known, target.Due));
        Assert.Equal("0.714", Some.Shown3(target.Attainment));
        Assert.Equal((5m / 7m, 5m / 7m), (target.FloorAttainment, target.CeilingAttainment));
        Assert.Equal(8m * (5m / 7m), target.Points);
        Assert.Equal(("71.43", "kha"), (Some.Shown(card.Score), card.Band!.Id));
    }

    [Fact]
    public void Given_silent_rooms_When_summed_Then_they_lower_the_coverage_and_open_the_bounds()
    {
        var card = Agency(ByUnits, [Good, Good, Bad, Some.State(DataState.NoData), Some.State(DataState.NotApplicable)]);

        var target = card.Targets[0];
        Assert.Equal((2, 3, 4), (target.Met, target.Known, target.Due));
        Assert.Equal((2m / 3m, 0.75m, 0.5m, 0.75m), (target.Attainment, target.Coverage, target.FloorAttainment, target.CeilingAttainment));
        Assert.Equal((0.75m, 50m, 75m), (card.Coverage, card.Floor, card.Ceiling));
    }

    [Fact]
    public void Given_a_room_that_hides_its_bad_month_When_summed_Then_the_floor_does_not_count_it_as_met()
    {
        var target = Agency(ByUnits, [Some.Part(97m, 100m, 200m), Good]).Targets[0];

        Assert.Equal((2, 0.75m, 0.5m, 1m), (target.Met, target.Coverage, target.FloorAttainment, target.CeilingAttainment));
    }

    [Fact]
    public void Given_no_room_that_owes_the_target_When_summed_Then_the_agency_owes_nothing()
    {
        var card = Agency(ByUnits, [Some.State(DataState.NotApplicable)]);

        Assert.Equal((null, null, null, null), (card.Score, card.Coverage, card.Floor, card.Ceiling));
        Assert.Null(card.Targets[0].Attainment);
    }

    [Fact]
    public void Given_rooms_on_their_way_When_summed_in_July_Then_only_those_that_have_arrived_are_due()
    {
        var plan = Some.Plan(Some.Target("S0-20", 12, SomeRule.Count("f", 2m)));
        var cards = Enumerable.Range(0, 3).Select(count => Some.Card(plan, Some.Inputs(2026, ("f", IndicatorResult.Exact(count))) with { AsOf = Some.At(2026, 7, 1) }));

        var target = Some.Agency(plan, [.. cards]).Targets[0];

        Assert.Equal((1, 1, 1m), (target.Met, target.Due, target.Attainment));
    }

    [Fact]
    public void Given_the_units_sheets_together_When_summed_Then_the_rule_judges_their_sum()
    {
        var target = Agency(Halving, [Some.Whole(100m, 100m), Some.Whole(80m, 100m)]).Targets[0];

        Assert.Equal((1m, 10m, 180m, 1m), (target.Attainment, target.Points, target.Score.Required, target.FloorAttainment));
    }

    [Fact]
    public void Given_units_shares_together_When_summed_Then_members_count_and_not_units()
    {
        var plan = Summing(Some.Given("f", 10));

        var target = Agency(plan, [IndicatorResult.Share(1, 2), IndicatorResult.Share(9, 18, unknown: 4), IndicatorResult.Share(0, 0)]).Targets[0];

        Assert.Equal((10m / 16m, 10m / 20m, 14m / 20m), (target.Attainment, target.FloorAttainment, target.CeilingAttainment));
    }

    [Fact]
    public void Given_members_that_are_not_due_When_summed_Then_the_rest_is_due_in_part()
    {
        var target = Agency(Summing(Some.Given("f", 10)), [IndicatorResult.Share(1, 1, notDue: 1), IndicatorResult.Share(2, 2)]).Targets[0];

        Assert.Equal((1m, 0.75m), (target.Attainment, target.Score.DueShare));
    }

    [Fact]
    public void Given_members_that_are_not_due_and_a_silent_unit_When_summed_Then_silence_makes_nothing_less_due()
    {
        var target = Agency(Summing(Some.Given("f", 10)), [IndicatorResult.Share(1, 1, notDue: 1), Some.State(DataState.NoData)]).Targets[0];

        Assert.Equal((1m, 1m, 0m, 1m), (target.Attainment, target.Score.DueShare, target.FloorAttainment, target.CeilingAttainment));
    }

    [Fact]
    public void Given_a_silent_unit_When_summed_Then_the_sum_is_open_at_both_ends()
    {
        var target = Agency(Halving, [Some.Whole(95m, 100m), Some.State(DataState.NoData), Some.State(DataState.NotDue)]).Targets[0];

        Assert.Equal((0.5m, 0.5m, 0m, 1m), (target.Attainment, target.Coverage, target.FloorAttainment, target.CeilingAttainment));
    }

    [Fact]
    public void Given_baselines_of_two_years_When_summed_Then_nothing_is_compared()
    {
        var score = Agency(Halving, [Some.Whole(95m, 100m), Some.Whole(95m, 100m) with { BaselineYear = 2024 }]).Targets[0].Score;

        Assert.Equal((DataState.NoBaseline, null), (score.State, score.Points));
        Assert.Contains("không cùng một năm", score.Reason!.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_an_exempt_unit_and_one_out_of_scope_When_summed_Then_theirs_are_left_out()
    {
        var exempt = new Exemption("u0", new("", ""), "", new DateOnly(2026, 12, 31));
        var target = Halving.Targets[0] with { Exemptions = [exempt], Scope = new([], [], ["u1"]) };

        var agency = Agency(Halving with { Targets = [target] }, [Some.Whole(300m, 100m), Some.Whole(200m, 100m), Some.Whole(95m, 100m)]).Targets[0];

        Assert.Equal(0.5m, agency.Attainment);
    }

    [Fact]
    public void Given_two_targets_with_scopes_over_one_figure_When_summed_Then_each_sums_its_own_units()
    {
        var (one, other) = (Halving.Targets[0] with { Id = "one", Scope = new([], ["u0"], []) }, Halving.Targets[0] with { Id = "other", Scope = new([], ["u1"], []) });

        var agency = Agency(Halving with { Targets = [one, other] }, [Some.Whole(95m, 100m), Some.Whole(90m, 100m)]);

        Assert.Equal([0.5m, 1m], agency.Targets.Select(target => target.Attainment));
    }

    [Fact]
    public void Given_a_figure_of_the_agency_itself_When_judged_Then_the_units_play_no_part()
    {
        var plan = Some.Plan(Some.Given("f", 10) with { Organisation = OrganisationView.Own, OrganisationWeight = 15m });

        var agency = Some.Agency(plan, [Some.Card(plan, 2026, ("f", IndicatorResult.Exact(0m)))], Some.OfAgency(2026, ("f", IndicatorResult.Exact(0.8m))));

        Assert.Equal((0.8m, 12m), (agency.Targets[0].Attainment, agency.Targets[0].Points));
    }

    [Fact]
    public void Given_a_target_of_units_alone_or_left_open_When_summed_Then_the_agency_has_none_or_waits()
    {
        var plan = Some.Plan(Some.Given("unit", 10) with { Level = TargetLevel.Unit }, Some.Target("open", 10, null));

        var agency = Some.Agency(plan, [Some.Card(plan, 2026)]);

        Assert.Equal(DataState.NeedsDecision, agency.Targets.Single().Score.State);
        Assert.Null(agency.Score);
    }

    private static IndicatorResult Good => Some.Whole(97m, 100m);

    private static IndicatorResult Bad => Some.Whole(103.8m, 100m);

    private static Plan Summing(Target target) => Some.Plan(target with { Organisation = OrganisationView.Sum });

    private static OrganisationCard Agency(Plan plan, IndicatorResult[] results) =>
        Some.Agency(plan, [.. results.Select((result, index) => Some.Card(plan, Some.Inputs(2026, ("f", result)) with { Unit = $"u{index}" }))]);
}

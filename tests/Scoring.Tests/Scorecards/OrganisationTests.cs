using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Scorecards;

public sealed class OrganisationTests
{
    private static readonly EmulationPlatform.Scoring.Plans.Plan Plan = Some.Plan(Some.Target("S0-24", 8, Some.NotAboveBase));

    [Fact]
    public void Given_five_of_seven_rooms_that_comply_When_summed_Then_the_agency_has_five_sevenths()
    {
        var card = Calculate([.. Enumerable.Repeat(Good, 5), .. Enumerable.Repeat(Bad, 2)]);

        var target = card.Targets[0];
        Assert.Equal((5, 7, 7), (target.Met, target.Known, target.Due));
        Assert.Equal(0.714m, decimal.Round(target.Attainment!.Value, 3));
        Assert.Equal((5m / 7m, 5m / 7m), (target.FloorAttainment, target.CeilingAttainment));
        Assert.Equal(8m * 5m / 7m, target.Points!.Value, precision: 20);
        Assert.Equal(71.43m, Display.Round2(card.Score!.Value));
        Assert.Equal("kha", card.Band!.Id);
    }

    [Fact]
    public void Given_silent_rooms_When_summed_Then_they_lower_the_coverage_and_open_the_bounds()
    {
        var card = Calculate([Good, Good, Bad, Some.State(DataState.NoData), Some.State(DataState.NotApplicable)]);

        var target = card.Targets[0];
        Assert.Equal((2, 3, 4), (target.Met, target.Known, target.Due));
        Assert.Equal((2m / 3m, 0.75m, 0.5m, 0.75m), (target.Attainment, target.Coverage, target.FloorAttainment, target.CeilingAttainment));
        Assert.Equal((0.75m, 50m, 75m), (card.Coverage, card.Floor, card.Ceiling));
    }

    [Fact]
    public void Given_a_room_that_hides_its_bad_month_When_summed_Then_the_floor_does_not_count_it_as_met()
    {
        var hidden = Good with { Coverage = 0.5m, ReferenceElapsed = 200m, Worst = null };

        var target = Calculate([hidden, Good]).Targets[0];

        Assert.Equal((2, 0.75m, 0.5m, 1m), (target.Met, target.Coverage, target.FloorAttainment, target.CeilingAttainment));
    }

    [Fact]
    public void Given_no_room_that_owes_the_target_When_summed_Then_the_agency_owes_nothing()
    {
        var card = Calculate([Some.State(DataState.NotApplicable)]);

        Assert.Equal((null, null, null, null), (card.Score, card.Coverage, card.Floor, card.Ceiling));
        Assert.Null(card.Targets[0].Attainment);
    }

    private static IndicatorResult Good => Some.Whole(97m, 100m);

    private static IndicatorResult Bad => Some.Whole(103.8m, 100m);

    private static OrganisationCard Calculate(IndicatorResult[] results) =>
        OrganisationCalculator.Calculate(Plan, [.. results.Select(result => Some.Card(Plan, 2026, result))]);
}

using EmulationPlatform.Scoring.Scorecards;

namespace EmulationPlatform.Scoring.Tests.Scorecards;

public sealed class RankingTests
{
    [Fact]
    public void Given_equal_shown_scores_When_ranked_Then_they_share_a_place_and_the_next_is_left_out()
    {
        var ranks = Ranks(("a", 90.04m, 1m), ("a", 84.96m, 1m), ("a", 85.04m, 1m), ("a", 80m, 1m));

        Assert.Equal([1, 2, 2, 4], ranks);
    }

    [Fact]
    public void Given_two_groups_When_ranked_Then_each_has_its_own_first()
    {
        var ranks = Ranks(("a", 70m, 1m), ("b", 60m, 1m), ("a", 80m, 1m), ("b", 50m, 1m));

        Assert.Equal([2, 1, 1, 2], ranks);
    }

    [Fact]
    public void Given_units_that_cannot_be_ranked_When_ranked_Then_they_take_no_place()
    {
        var ranks = Ranks(("a", 99m, 0.7999m), ("a", null, 1m), ("", 98m, 1m), ("unknown", 97m, 1m), ("a", 60m, 0.80m));

        Assert.Equal([null, null, null, null, 1], ranks);
    }

    [Theory]
    [InlineData(89, null)]
    [InlineData(90, 1)]
    [InlineData(null, 1)]
    public void Given_a_unit_that_is_new_When_ranked_Then_it_needs_ninety_days(int? days, int? rank)
    {
        var card = CardOf(90m, 1m);

        var ranks = Ranking.Of(Some.Plan(), [("new", "a", card with { Inputs = card.Inputs with { DaysInPeriod = days } }), ("old", "a", CardOf(80m, 1m))]);

        Assert.Equal([rank, rank is null ? 1 : 2], ranks.Select(unit => unit.Rank));
    }

    [Theory]
    [InlineData("0.25", "0.3", "0.25")]
    [InlineData("-0.25", "-0.3", "-0.25")]
    [InlineData("81.655", "81.7", "81.66")]
    public void Given_a_half_When_shown_Then_it_is_rounded_away_from_zero(string value, string one, string two)
    {
        var number = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(one, Display.Round1(number).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(two, Display.Round2(number).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static IEnumerable<int?> Ranks(params (string Group, decimal? Score, decimal Coverage)[] units)
    {
        var cards = units.Select((unit, index) => (
            index.ToString(System.Globalization.CultureInfo.InvariantCulture),
            unit.Group,
            CardOf(unit.Score, unit.Coverage)));
        return Ranking.Of(Some.Plan(), [.. cards]).Select(unit => unit.Rank);
    }

    private static Scorecard CardOf(decimal? score, decimal coverage) => new("u", score, coverage, 0m, 100m, null, [], Some.Inputs(2026));
}

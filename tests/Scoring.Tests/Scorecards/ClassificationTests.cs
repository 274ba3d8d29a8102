using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Scorecards;

/// <summary>Bands, what they need, bonus and gates.</summary>
public sealed class ClassificationTests
{
    private static readonly Target Gate = Some.Given("gate", 0) with { Commitment = Commitment.Gate };

    [Theory]
    [InlineData("90", "xuat-sac")]
    [InlineData("89.99", "tot")]
    [InlineData("65", "kha")]
    [InlineData("50", "dat")]
    [InlineData("0", "chua-dat")]
    public void Given_a_score_When_classed_Then_the_threshold_belongs_to_the_better_band(string score, string band) =>
        Assert.Equal(band, BandOf(Some.Plan(Some.Given("f", 4)), ("f", Some.Number(score) / 100m)));

    [Fact]
    public void Given_too_little_coverage_When_classed_Then_there_is_no_band()
    {
        var plan = Some.Plan(Some.Given("f", 79), Some.Given("g", 21));

        Assert.Null(BandOf(plan, ("f", 1m)));
        Assert.Equal("xuat-sac", BandOf(plan with { Ranking = new(0.79m, 0.95m, 90) }, ("f", 1m)));
    }

    [Theory]
    [InlineData("0.49", "tot")]
    [InlineData("0.50", "xuat-sac")]
    public void Given_a_committed_target_below_half_When_classed_Then_the_best_band_is_lost(string attainment, string band)
    {
        var plan = Needing(Some.Needs(committed: 0.5m), Some.Given("f", 95), Some.Given("must", 5) with { Commitment = Commitment.Committed });

        var card = Card(plan, ("f", 1m), ("must", Some.Number(attainment)));

        Assert.Equal(band, card.Band!.Id);
        Assert.Equal(band == "tot" ? [new(Classification.RemarkKind.CommittedMissed, "must", "xuat-sac")] : [], card.Remarks);
    }

    [Fact]
    public void Given_a_committed_target_that_nobody_measured_When_classed_Then_it_costs_no_band()
    {
        var plan = Needing(Some.Needs(committed: 0.5m), Some.Given("f", 95), Some.Given("must", 5) with { Commitment = Commitment.Committed });

        Assert.Equal("xuat-sac", BandOf(plan, ("f", 1m)));
    }

    [Theory]
    [InlineData("0.59", "tot")]
    [InlineData("0.60", "xuat-sac")]
    public void Given_a_pillar_below_what_a_band_needs_When_classed_Then_the_band_is_lost(string attainment, string band)
    {
        var plan = Needing(Some.Needs(pillar: ("attt", 0.6m)), Some.Given("f", 95), Some.Given("safe", 5) with { Pillar = "attt" });

        var card = Card(plan, ("f", 1m), ("safe", Some.Number(attainment)));

        Assert.Equal((band, band == "tot" ? 1 : 0), (card.Band!.Id, card.Remarks.Count(remark => remark is { Kind: Classification.RemarkKind.PillarMissed, Subject: "attt" })));
    }

    [Theory]
    [InlineData("0.79", "tot")]
    [InlineData("0.80", "xuat-sac")]
    public void Given_a_target_below_what_a_band_needs_When_classed_Then_the_band_is_lost(string attainment, string band) =>
        Assert.Equal(band, BandOf(Needing(Some.Needs(target: ("f", 0.8m)), Some.Given("f", 5), Some.Given("g", 95)), ("f", Some.Number(attainment)), ("g", 1m)));

    [Fact]
    public void Given_a_band_with_an_end_When_the_score_is_beyond_it_Then_a_lower_band_that_fits_counts()
    {
        var plan = Some.Plan(Some.Given("f", 4));
        plan = plan with { Bands = [.. plan.Bands.Select(band => band.Id == "tot" ? band with { To = 85m } : band)] };

        Assert.Equal(("tot", "kha"), (BandOf(plan, ("f", 0.84m)), BandOf(plan, ("f", 0.86m))));
    }

    [Theory]
    [InlineData("0.9", "3.6")]
    [InlineData("1", "4")]
    public void Given_encouraged_targets_When_summed_Then_they_stand_beside_the_hundred(string attainment, string bonus)
    {
        var plan = Some.Plan(Some.Given("f", 100), Some.Given("extra", 4) with { Commitment = Commitment.Encouraged });

        var card = Card(plan, ("f", 0.6m), ("extra", Some.Number(attainment)));

        Assert.Equal((60m, 1m, 60m, 60m, Some.Number(bonus)), (card.Score, card.Coverage, card.Floor, card.Ceiling, card.Bonus));
    }

    [Fact]
    public void Given_more_bonus_than_the_plan_allows_When_summed_Then_it_is_cut()
    {
        var extra = Enumerable.Range(1, 3).Select(index => Some.Given($"extra{index}", 2) with { Commitment = Commitment.Encouraged });
        var plan = Some.Plan([Some.Given("f", 100), .. extra]);
        var all = new[] { ("f", 0.4m), ("extra1", 1m), ("extra2", 1m), ("extra3", 1m) };

        Assert.Equal((5m, 1.5m), (Card(plan, all).Bonus, Card(plan with { MostBonus = 1.5m }, all).Bonus));
        Assert.Equal("chua-dat", Card(plan, all).Band!.Id);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(ConsequenceKind.Hold, true)]
    public void Given_an_open_gate_When_classed_Then_awards_wait_and_the_band_stays(ConsequenceKind? kind, bool held)
    {
        var card = Card(Gated(kind is { } then ? [new("gate", then, 1, null)] : []), ("f", 0.95m), ("gate", 0m));

        Assert.Equal((held, "xuat-sac", 95m), (card.IsHeld, card.Band!.Id, card.Score));
    }

    [Fact]
    public void Given_a_gate_that_is_closed_or_unknown_When_classed_Then_nothing_waits()
    {
        var plan = Gated([new("gate", ConsequenceKind.Disqualify, 1, null)]);

        foreach (var card in new[] { Card(plan, ("f", 0.95m), ("gate", 1m)), Card(plan, ("f", 0.95m)) })
        {
            Assert.Equal((false, "xuat-sac", 0), (card.IsHeld, card.Band!.Id, card.Remarks.Count));
        }
    }

    [Fact]
    public void Given_an_open_gate_that_disqualifies_When_classed_Then_there_is_no_band()
    {
        var card = Card(Gated([new("gate", ConsequenceKind.Disqualify, 1, null)]), ("f", 0.95m), ("gate", 0m));

        Assert.Null(card.Band);
        Assert.Equal([new(Classification.RemarkKind.Disqualified, "gate", "")], card.Remarks);
    }

    [Theory]
    [InlineData("0.95", 1, "tot")]
    [InlineData("0.95", 2, "kha")]
    [InlineData("0.10", 1, "chua-dat")]
    public void Given_an_open_gate_that_lowers_When_classed_Then_the_band_falls_but_not_below_the_last(string attainment, int steps, string band) =>
        Assert.Equal(band, BandOf(Gated([new("gate", ConsequenceKind.Down, steps, null)]), ("f", Some.Number(attainment)), ("gate", 0m)));

    [Theory]
    [InlineData("0.95", "kha")]
    [InlineData("0.55", "dat")]
    public void Given_an_open_gate_that_limits_When_classed_Then_no_better_band_is_given(string attainment, string band) =>
        Assert.Equal(band, BandOf(Gated([new("gate", ConsequenceKind.AtMost, 1, "kha")]), ("f", Some.Number(attainment)), ("gate", 0m)));

    private static Plan Gated(IReadOnlyList<Consequence> consequences) => Some.Plan(Some.Given("f", 10), Gate) with { Consequences = consequences };

    private static Plan Needing(BandNeeds needs, params Target[] targets)
    {
        var plan = Some.Plan(targets);
        return plan with { Bands = [plan.Bands[0] with { Needs = needs }, .. plan.Bands.Skip(1)] };
    }

    private static string? BandOf(Plan plan, params (string Id, decimal Attainment)[] attainments) => Card(plan, attainments).Band?.Id;

    private static Scorecard Card(Plan plan, params (string Id, decimal Attainment)[] attainments) =>
        Some.Card(plan, 2026, [.. attainments.Select(given => (given.Id, IndicatorResult.Exact(given.Attainment)))]);
}

using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Evaluating;

/// <summary>Several rules as one, each part given by the figure of its name.</summary>
public sealed class CombinationTests
{
    private static readonly Rule A = SomeRule.AtLeast("a", 1m);
    private static readonly Rule B = SomeRule.AtLeast("b", 1m);
    private static readonly Rule CountOfTen = SomeRule.Count("a", 10m);

    [Fact]
    public void Given_weights_When_a_part_does_not_apply_Then_the_others_count_alone()
    {
        var rule = SomeRule.Weighted((0.25m, A), (0.75m, B));

        Assert.Equal(0.65m, Judge(rule, 0.8m, 0.6m).Attainment);
        Assert.Equal((0.8m, 1m, 1m), Short(Judge(rule, IndicatorResult.Exact(0.8m), Some.State(DataState.NotApplicable))));
        Assert.Equal(DataState.NotApplicable, Judge(rule, Some.State(DataState.NotApplicable), Some.State(DataState.NotApplicable)).State);
    }

    [Fact]
    public void Given_weights_When_a_part_is_not_due_Then_the_whole_is_due_in_part()
    {
        var score = Judge(SomeRule.Weighted((0.25m, A), (0.75m, B)), IndicatorResult.Exact(0.8m), Some.State(DataState.NotDue));

        Assert.Equal((0.8m, 0.25m, 0.25m), Short(score));
        Assert.Equal(10m * 0.25m * 0.8m, score.Points);
    }

    [Fact]
    public void Given_weights_When_the_platform_lost_a_part_Then_the_rest_counts_and_the_bounds_open()
    {
        var score = Judge(SomeRule.Weighted((0.25m, A), (0.75m, B)), IndicatorResult.Exact(0.8m), Some.State(DataState.NoData));

        Assert.Equal((0.8m, 0.25m, 1m), Short(score));
        Assert.Equal((0.2m, 0.95m, DataState.Measured), (score.FloorAttainment, score.CeilingAttainment, score.State));
    }

    [Fact]
    public void Given_weights_When_the_unit_owes_a_part_Then_it_counts_as_nothing_and_the_state_tells()
    {
        var score = Judge(SomeRule.Weighted((0.25m, A), (0.75m, B)), IndicatorResult.Exact(0.8m), Some.Owed);

        Assert.Equal((0.2m, 1m, 1m), Short(score));
        Assert.Equal((0.2m, 0.95m, DataState.NoData), (score.FloorAttainment, score.CeilingAttainment, score.State));
    }

    [Theory]
    [InlineData("0.8", "0.5", "0.7")]
    [InlineData("1", "0", "1")]
    [InlineData("0.1", "1", "0")]
    public void Given_a_total_When_a_part_deducts_Then_it_stays_within_nought_and_one(string a, string b, string attainment)
    {
        var score = Judge(SomeRule.Total((1m, A), (-0.2m, B)), Some.Number(a), Some.Number(b));

        Assert.Equal(Some.Number(attainment), score.Attainment);
    }

    [Fact]
    public void Given_a_total_When_its_parts_give_more_than_one_Then_one_is_the_most() =>
        Assert.Equal((1m, 1.3m), (Judge(SomeRule.Total((0.7m, A), (0.6m, B)), 1m, 1m).Attainment, Judge(SomeRule.Total((0.7m, A), (0.6m, B)), 1m, 1m).RawAttainment));

    [Fact]
    public void Given_a_total_When_its_parts_give_less_than_one_Then_full_points_cannot_be_had() =>
        Assert.Equal((0.5m, 1m, 1m), Short(Judge(SomeRule.Total((0.3m, A), (0.2m, B)), 1m, 1m)));

    [Fact]
    public void Given_a_total_When_a_part_is_not_due_or_lost_Then_it_is_not_held_against_the_unit()
    {
        var rule = SomeRule.Total((0.6m, A), (0.4m, B));

        Assert.Equal((0.5m, 0.6m, 0.6m), Short(Judge(rule, IndicatorResult.Exact(0.5m), Some.State(DataState.NotDue))));
        var lost = Judge(rule, IndicatorResult.Exact(0.5m), Some.State(DataState.NoData));
        Assert.Equal((0.5m, 0.6m, 1m), Short(lost));
        Assert.Equal((0.3m, 0.7m), (lost.FloorAttainment, lost.CeilingAttainment));
    }

    [Fact]
    public void Given_a_total_When_only_a_deduction_is_known_Then_nothing_can_be_said()
    {
        var score = Judge(SomeRule.Total((1m, A), (-0.2m, B)), Some.State(DataState.NoData), IndicatorResult.Exact(1m));

        Assert.Equal((null, DataState.NoData, 0m, 0m, 0.8m), (score.Attainment, score.State, score.Coverage, score.FloorAttainment, score.CeilingAttainment));
    }

    [Fact]
    public void Given_a_deduction_that_is_lost_When_bounded_Then_the_worst_deducts_it_all()
    {
        var score = Judge(SomeRule.Total((1m, A), (-0.2m, B)), IndicatorResult.Exact(0.9m), Some.State(DataState.NoData));

        Assert.Equal((0.7m, 0.9m, 0.9m), (score.FloorAttainment, score.Attainment, score.CeilingAttainment));
    }

    [Fact]
    public void Given_lowest_and_highest_When_judged_Then_the_weakest_or_the_best_counts()
    {
        Assert.Equal(0.3m, Judge(SomeRule.Lowest(A, B), 0.3m, 0.9m).Attainment);
        Assert.Equal(0.9m, Judge(SomeRule.Highest(A, B), 0.3m, 0.9m).Attainment);
    }

    [Fact]
    public void Given_lowest_and_highest_When_a_part_is_lost_Then_it_could_decide()
    {
        var weakest = Judge(SomeRule.Lowest(A, B), IndicatorResult.Exact(0.6m), Some.State(DataState.NoData));
        var best = Judge(SomeRule.Highest(A, B), IndicatorResult.Exact(0.6m), Some.State(DataState.NoData));

        Assert.Equal((0m, 0.6m, 0.6m), (weakest.FloorAttainment, weakest.Attainment, weakest.CeilingAttainment));
        Assert.Equal((0.6m, 0.6m, 1m), (best.FloorAttainment, best.Attainment, best.CeilingAttainment));
    }

    [Fact]
    public void Given_first_When_a_part_does_not_apply_Then_the_next_counts_even_without_data()
    {
        var rule = SomeRule.First((A, null), (B, null));

        Assert.Equal(0.3m, Judge(rule, 0.3m, 0.9m).Attainment);
        Assert.Equal(0.9m, Judge(rule, Some.State(DataState.NotApplicable), IndicatorResult.Exact(0.9m)).Attainment);
        Assert.Equal(DataState.NoData, Judge(rule, Some.State(DataState.NoData), IndicatorResult.Exact(0.9m)).State);
    }

    [Theory]
    [InlineData("a", 2027, TargetLevel.Unit, "0.1")]
    [InlineData("b", 2027, TargetLevel.Unit, "0.2")]
    [InlineData("b", 2028, TargetLevel.Unit, "0.3")]
    [InlineData("", 2027, TargetLevel.Organisation, "0.4")]
    public void Given_parts_for_some_When_judged_Then_group_year_and_level_choose(string group, int year, TargetLevel level, string attainment)
    {
        var rule = SomeRule.First(
            (SomeRule.AtLeast("f1", 1m), SomeRule.When(groups: ["a"])),
            (SomeRule.AtLeast("f2", 1m), SomeRule.When(to: 2027, level: TargetLevel.Unit)),
            (SomeRule.AtLeast("f3", 1m), SomeRule.When(from: 2028)),
            (SomeRule.AtLeast("f4", 1m), SomeRule.When(level: TargetLevel.Organisation)));
        var inputs = Some.Inputs(year, [.. Enumerable.Range(1, 4).Select(index => ($"f{index}", IndicatorResult.Exact(index / 10m)))]);

        Assert.Equal(Some.Number(attainment), RuleEvaluator.Evaluate(rule, inputs with { Group = group, Level = level }).Attainment);
    }

    [Fact]
    public void Given_no_part_for_the_unit_When_judged_Then_the_target_does_not_apply() =>
        Assert.Equal(DataState.NotApplicable, Judge(SomeRule.First((A, SomeRule.When(groups: ["b"]))), 1m, 1m).State);

    [Fact]
    public void Given_one_of_ten_in_July_When_only_the_best_part_counts_Then_its_credit_goes_as_far_as_it_is_reached()
    {
        Assert.Equal((0.3m, 1m), InJuly(SomeRule.Highest(CountOfTen, B), 1m, IndicatorResult.Exact(0.3m)));
        Assert.Equal((1m, 0.1m), InJuly(SomeRule.Highest(CountOfTen, B), 1m, Some.State(DataState.NotDue)));
    }

    [Fact]
    public void Given_one_of_ten_in_July_When_all_parts_must_hold_Then_what_is_not_reached_is_not_due()
    {
        Assert.Equal((0.3m, 1m), InJuly(SomeRule.Lowest(CountOfTen, B), 1m, IndicatorResult.Exact(0.3m)));
        Assert.Equal((null, 0m), InJuly(SomeRule.Lowest(CountOfTen, SomeRule.Count("b", 3m)), 1m, IndicatorResult.Exact(0m)));
        Assert.Equal((1m, 0.1m), InJuly(SomeRule.Lowest(CountOfTen, SomeRule.Count("b", 3m)), 1m, IndicatorResult.Exact(2m)));
    }

    [Fact]
    public void Given_one_of_five_in_July_When_summed_in_a_total_Then_what_is_not_reached_is_not_due() =>
        Assert.Equal((0.5m, 0.6m), InJuly(SomeRule.Total((0.5m, SomeRule.Count("a", 5m)), (0.5m, B)), 1m, IndicatorResult.Exact(0.4m)));

    [Fact]
    public void Given_a_part_of_the_members_not_due_When_their_figure_is_lost_Then_the_due_part_alone_is_open()
    {
        var lost = new IndicatorResult(DataState.NoData, null, 0m) { DueShare = 0.5m };

        Assert.Equal((0.5m, 0.5m), (Judge(A, lost, lost).DueShare, Judge(A, lost with { MissingBy = MissingBy.Unit }, lost).DueShare));
    }

    private static (decimal? Attainment, decimal DueShare) InJuly(Rule rule, decimal a, IndicatorResult b)
    {
        var inputs = Some.Inputs(2026, ("a", IndicatorResult.Exact(a)), ("b", b)) with { AsOf = Some.At(2026, 7, 1) };
        var score = Some.Score(rule, 10, inputs);
        return (score.Attainment, score.DueShare);
    }

    private static (decimal? Attainment, decimal Coverage, decimal DueShare) Short(TargetScore score) => (score.Attainment, score.Coverage, score.DueShare);

    private static TargetScore Judge(Rule rule, decimal a, decimal b) => Judge(rule, IndicatorResult.Exact(a), IndicatorResult.Exact(b));

    private static TargetScore Judge(Rule rule, IndicatorResult a, IndicatorResult b) => Some.Score(rule, 10, Some.Inputs(2026, ("a", a), ("b", b)));
}

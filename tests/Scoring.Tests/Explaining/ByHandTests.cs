using EmulationPlatform.Modules.GreenOffice;
using EmulationPlatform.Scoring.Explaining;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Explaining;

/// <summary>What is shown can be done again with a pocket calculator, from the numbers as they are shown.</summary>
public sealed class ByHandTests
{
    public static TheoryData<string> Plans => new("quang-ngai-ban-qlda", "lang-son-so-xay-dung", "da-nang-dang-kiem", "dong-nai-so-khcn");

    [Theory]
    [MemberData(nameof(Plans))]
    public void Given_every_target_of_a_shipped_plan_When_done_again_from_the_shown_numbers_Then_the_shown_points_come_out(string name)
    {
        var worked = 0;
        foreach (var year in new[] { 2026, 2028 })
        {
            var card = Card(Plan(name), year);
            foreach (var why in card.Targets.Select(score => new Explainer(Plan(name), id => new(id, id), _ => "").Of(card, score)).Where(why => why.Points is not null))
            {
                worked += Check(why);
            }
        }

        Assert.True(worked > 20, $"{worked}");
    }

    [Fact]
    public void Given_a_part_that_is_not_due_When_explained_Then_the_division_the_due_share_and_its_reason_are_said()
    {
        var rule = SomeRule.Weighted((0.2m, SomeRule.YesNo("plan")), (0.4m, SomeRule.AtLeast("power", 1m)), (0.4m, SomeRule.AtLeast("water", 1m)));
        var card = Some.Card(
            Some.Plan(Some.Target("t", 8, rule)), 2026, ("plan", Some.State(DataState.NotDue) with { Reason = new("chờ báo cáo năm", "waits for the report") }),
            ("power", IndicatorResult.Exact(0.8407m)), ("water", IndicatorResult.Exact(0.8431m)));

        var why = new Explainer(Some.Plan(), id => new(id, id), _ => "").Of(card, card.Targets[0]);

        Assert.Equal("(0,4 × 0,8407 + 0,4 × 0,8431) ÷ 0,8 → 0,8419", why.Rule!.Numbers!.Vi);
        Assert.Equal("(0.4 × 0.8407 + 0.4 × 0.8431) ÷ 0.8 → 0.8419", why.Rule.Numbers.En);
        Assert.Equal("8 × 0,8 × 0,8419 = 5,39", why.Calculation!.Vi);
        Assert.Contains("(0,2 × 0: chờ báo cáo năm)", why.DueReason!.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_small_difference_of_long_numbers_When_explained_Then_enough_digits_are_shown()
    {
        var why = Why(Some.Halving, 2026, Some.Whole(0.123_456_7m, 0.129m));

        var (worked, shown) = Assert.Single(PocketCalculator.Steps(why.Rule!.Numbers!.Vi));
        Assert.Equal(shown, decimal.Round(worked, 4, MidpointRounding.AwayFromZero));
    }

    [Theory]
    [InlineData(2026, "Mốc năm 2026: 0% + (100% − 0%) × (2026 − 2025) / (2030 − 2025) = 20%")]
    [InlineData(2030, "Mốc năm 2030: 100% (áp dụng từ năm 2030)")]
    public void Given_a_path_When_explained_Then_the_milestone_of_the_year_and_its_ends_are_said(int year, string expected)
    {
        var plan = Some.Plan(Some.Target("t", 10, SomeRule.AtLeast("f", Course.Path(2025, 0m, 2030, 1m))));
        var card = Some.Card(plan, year, ("f", IndicatorResult.Share(1m, 3m)));

        var why = new Explainer(plan, id => new(id, id), _ => "%").Of(card, card.Targets[0]);

        Assert.Equal(expected, why.Rule!.Milestone!.Vi);
    }

    [Fact]
    public void Given_a_cut_When_explained_Then_the_milestone_is_a_part_of_the_base() =>
        Assert.Equal(
            "Mốc năm 2027: 100% + (50% − 100%) × (2027 − 2025) / (2030 − 2025) = 80% của gốc; 120.000 × 0,8 = 96.000",
            Why(Some.Halving, 2027, Some.Whole(100_800m, 120_000m)).Rule!.Milestone!.Vi);

    [Theory]
    [InlineData("80", "(80 / 100 − 0,5) / (0,9 − 0,5) = 0,75")]
    [InlineData("30", "(30 / 100 − 0,5) / (0,9 − 0,5) = −0,5 → 0")]
    public void Given_a_quotient_that_begins_above_nothing_When_explained_Then_both_are_divided(string part, string expected)
    {
        var rule = new Rule.Scaled(RuleKind.AtLeast, new Figure.Ratio("part", "whole"), new Scale.Linear(Course.Flat(0.5m), Course.Flat(0.9m)));
        var card = Some.Card(Some.Plan(Some.Target("t", 10, rule)), 2026, ("part", IndicatorResult.Exact(Some.Number(part))), ("whole", IndicatorResult.Exact(100m)));

        Assert.Equal(expected, new Explainer(Some.Plan(), id => new(id, id), _ => "").Of(card, card.Targets[0]).Rule!.Numbers!.Vi);
    }

    [Fact]
    public void Given_growth_When_explained_Then_the_period_before_stands_in_the_numbers()
    {
        var inputs = Some.Inputs(2026, ("f", IndicatorResult.Exact(105m))) with { Previous = new Dictionary<string, IndicatorResult> { ["f"] = IndicatorResult.Exact(100m) } };
        var card = Some.Card(Some.Plan(Some.Target("t", 10, SomeRule.Increase("f", 0.1m))), inputs);

        Assert.Equal("(105 − 100) / (100 × 0,1) = 0,5", new Explainer(Some.Plan(), id => new(id, id), _ => "").Of(card, card.Targets[0]).Rule!.Numbers!.Vi);
    }

    [Fact]
    public void Given_a_number_that_is_reached_in_part_during_the_year_When_explained_Then_it_is_credited_at_once_on_that_part()
    {
        var card = Some.Card(Some.Plan(Some.Target("t", 12, SomeRule.Count("f", 3m))), Some.Inputs(2026, ("f", IndicatorResult.Exact(2m))) with { AsOf = Some.At(2026, 6, 1) });

        var why = new Explainer(Some.Plan(), id => new(id, id), _ => "").Of(card, card.Targets[0]);

        Assert.Equal("2 / 3 = 0,6667; tính ngay trên 0,6667 trọng số", why.Rule!.Numbers!.Vi);
        Assert.Equal("12 × 0,6667 × 1 = 8", why.Calculation!.Vi);
        Assert.NotNull(why.DueReason);
        Assert.Equal((0m, 4m), (why.NextStep!.Gain, decimal.Round(why.NextStep.Later, 10)));
    }

    [Fact]
    public void Given_a_sheet_When_summed_by_hand_Then_its_four_figures_come_out()
    {
        var card = Card(Plan("quang-ngai-ban-qlda"), 2026);

        var sum = SheetSum.Of(card.Targets);

        Assert.Equal(card.Score, 100m * sum.Earned / sum.Measured);
        Assert.Equal((card.Coverage, card.Floor, card.Ceiling), (sum.Covered / sum.Due, 100m * sum.Floor / sum.Due, 100m * sum.Ceiling / sum.Due));
        Assert.Equal(sum.Earned, card.Targets.Where(score => score.Target.IsScored).Sum(score => score.Points ?? 0m), 20);
    }

    /// <returns>Steps done again.</returns>
    private static int Check(Explanation why)
    {
        var steps = why.Rule is { } rule ? Rules(rule).Where(known => known.Numbers is not null).SelectMany(known => PocketCalculator.Steps(known.Numbers!.Vi)).ToList() : [];
        Assert.All(steps, step => Assert.True(Math.Abs(step.Worked - step.Shown) <= 0.0001m, $"{why.Target.Id}: {step} {why.Rule!.Numbers!.Vi}"));
        if (why.Calculation is { } calculation)
        {
            var (worked, shown) = Assert.Single(PocketCalculator.Steps(calculation.Vi));
            Assert.Equal(shown, decimal.Round(worked, 2, MidpointRounding.AwayFromZero));
            Assert.Equal(decimal.Round(why.Points!.Value, 2, MidpointRounding.AwayFromZero), shown);
        }

        // From the attainment that the numbers end with, as a reader has it, to the points.
        if (why.Rule?.Numbers is { } numbers && why is { Points: { } points, DueReason: null })
        {
            Assert.True(Math.Abs((why.Weight * PocketCalculator.Result(numbers.Vi)) - points) <= 0.01m, $"{why.Target.Id}: {numbers.Vi}, {points}");
        }

        return steps.Count;
    }

    private static IEnumerable<ExplainedRule> Rules(ExplainedRule rule) => rule.Parts.SelectMany(Rules).Prepend(rule);

    private static Explanation Why(Rule rule, int year, IndicatorResult result)
    {
        var plan = Some.Plan(Some.Target("t", 10, rule));
        var card = Some.Card(plan, year, ("f", result));
        return new Explainer(plan, id => new(id, id), _ => "").Of(card, card.Targets[0]);
    }

    private static Plan Plan(string name)
    {
        var file = PlanReader.Read(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plans", name + ".yaml")), name).Plan!;
        return OpenPoints.Settle(file, OpenPoints.Of(file).Where(open => open.Options.Count > 0).ToDictionary(open => open.Id, open => open.Options[0].Id));
    }

    /// <summary>Every figure of the plan with a value that has no short quotient.</summary>
    private static Scorecard Card(Plan plan, int year)
    {
        var results = new Dictionary<string, IndicatorResult>();
        var n = 0;
        foreach (var id in plan.Targets.SelectMany(target => target.Rule?.Indicators ?? []).Distinct(StringComparer.Ordinal))
        {
            n++;
            results[id] = plan.Figures.FirstOrDefault(figure => figure.Id == id)?.Form switch
            {
                FigureForm.Ratio => IndicatorResult.Share((7 * n) % 23, 23m, unknown: n % 3),
                FigureForm.Amount or null => Some.Whole(101_234.567_89m - (173.331m * n), 103_777.123_45m),
                FigureForm.YesNo or FigureForm.Submission => IndicatorResult.Exact(n % 2),
                _ => IndicatorResult.Exact((n % 4) + 0.333_33m),
            };
        }

        return Some.Card(plan, Some.Inputs(year) with { Results = results, Previous = results, AsOf = Some.At(year, 11, 27) });
    }
}

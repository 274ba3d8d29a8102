using EmulationPlatform.Scoring.Explaining;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Explaining;

public sealed class ExplainerTests
{
    [Fact]
    public void Given_less_paper_When_explained_Then_formula_and_numbers_are_those_of_a_pocket_calculator()
    {
        var why = Why(Some.Halving, 2027, Some.Whole(100_800m, 120_000m));

        Assert.Equal("giảm 50% so với năm 2025 đến năm 2030, mốc năm 2027 là −20%; mức đạt = (gốc − thực tế) / (gốc − mốc)", why.Rule!.Formula.Vi);
        Assert.Equal("(120.000 − 100.800) / (120.000 − 96.000) = 0,8", why.Rule.Numbers!.Vi);
        Assert.Equal("(120,000 − 100,800) / (120,000 − 96,000) = 0.8", why.Rule.Numbers.En);
        Assert.Equal((8m, 2m, 96_000m), (why.Points, why.Lost, why.Rule.Figure!.Required));
    }

    [Fact]
    public void Given_few_people_When_explained_Then_n_of_N_is_shown_and_marked_as_a_small_sample()
    {
        var why = Why(SomeRule.AtLeast("f", 1m), 2026, IndicatorResult.Share(3m, 4m));

        Assert.Equal("3/4 = 0,75", why.Rule!.Numbers!.Vi);
        Assert.True(why.Rule.Figure!.IsSmallSample);
        Assert.False(Why(SomeRule.AtLeast("f", 1m), 2026, IndicatorResult.Share(36m, 40m)).Rule!.Figure!.IsSmallSample);
    }

    [Fact]
    public void Given_parts_When_explained_Then_each_says_what_it_brings_and_what_is_missing()
    {
        var rule = new Rule.Combined(
            Combination.Weighted,
            [
                new(new("Kế hoạch", "Plan"), 0.2m, SomeRule.YesNo("plan"), null),
                new(new("Điện", "Power"), 0.4m, SomeRule.NotAboveBase("power"), null),
                new(new("Nước", "Water"), 0.4m, SomeRule.NotAboveBase("water"), null),
            ]);
        var plan = Some.Plan(Some.Target("t", 8, rule));
        var card = Some.Card(plan, 2026, ("plan", IndicatorResult.Exact(1m)), ("power", Some.Whole(12_028m, 12_400m)), ("water", Some.Whole(218m, 210m)));

        var why = new Explainer(plan, id => new(id, id), _ => "").Of(card, card.Targets[0]);

        Assert.Equal([0.2m, 0.4m, 0m], why.Rule!.Parts.Select(part => part.Share));
        Assert.Equal("0,2 × 1 + 0,4 × 1 + 0,4 × 0 → 0,6", why.Rule.Numbers!.Vi);
        Assert.Equal(4.8m, why.Points);
    }

    [Fact]
    public void Given_an_open_point_When_explained_Then_the_question_stands_instead_of_a_rule()
    {
        var open = new Decision("d", new("Năm nào?", "Which year?"), "Office", [new("o", new("o", "o"), Some.Halving, null)], ["t"], null, []);
        var plan = Some.Plan(Some.Target("t", 10, null) with { Open = open });
        var card = Some.Card(plan, 2026, ("f", Some.Whole(1m, 2m)));

        var why = new Explainer(plan, id => new(id, id), _ => "").Of(card, card.Targets[0]);

        Assert.Equal((DataState.NeedsDecision, null, null), (why.State, why.Points, why.Rule));
        Assert.Equal("Năm nào?", why.Reason!.Vi);
    }

    [Fact]
    public void Given_a_supposed_value_When_tried_Then_the_card_is_that_of_the_value_and_the_old_one_stays()
    {
        var plan = Some.Plan(Some.Target("t", 10, Some.Halving));
        var card = Some.Card(plan, 2026, ("f", Some.Part(54_350m, 57_900m, 68_000m)));

        var then = WhatIf.Of(plan, card, "f", 52_110m, _ => "tờ");

        Assert.Equal(6.13m, Display.Round2(card.Targets[0].Points!.Value));
        Assert.True(then.Targets[0].Points > card.Targets[0].Points);
        Assert.Equal(then.Floor, then.Ceiling);
    }

    [Fact]
    public void Given_targets_with_points_to_gain_When_steps_are_asked_Then_the_cheapest_gain_comes_first()
    {
        var plan = Some.Plan(
            Some.Target("dear", 10, SomeRule.AtLeast("a", 1m)) with { Effort = Effort.High },
            Some.Target("cheap", 5, SomeRule.AtLeast("b", 1m)) with { Effort = Effort.Low },
            Some.Target("done", 5, SomeRule.AtLeast("c", 1m)));
        var card = Some.Card(plan, 2026, ("a", IndicatorResult.Exact(0.5m)), ("b", IndicatorResult.Exact(0.5m)), ("c", IndicatorResult.Exact(1m)));

        var steps = NextSteps.Of(card);

        Assert.Equal([("cheap", 2.5m, 1m), ("dear", 5m, 1m)], steps.Select(step => (step.Target.Id, step.Gain, step.Required!.Value)));
        Assert.Equal([1, 2], steps.Select(step => step.Place));
    }

    [Fact]
    public void Given_targets_that_are_not_due_When_steps_are_asked_Then_those_that_can_be_reached_are_among_them()
    {
        var path = new Rule.Scaled(RuleKind.AtLeast, new Figure.Value("late"), new Scale.Linear(Course.Flat(0m), Course.Path(2027, 0m, 2030, 1m)));
        var plan = Some.Plan(
            Some.Target("initiative", 12, SomeRule.Count("initiatives", 1m)),
            Some.Target("report", 5, SomeRule.YesNo("report")),
            Some.Target("from-2028", 9, path),
            Some.Target("other-room", 9, SomeRule.YesNo("x")) with { Scope = new Scope(["b"], [], []) });
        var inputs = Some.Inputs(2026, ("report", Some.State(DataState.NotDue)), ("late", IndicatorResult.Exact(0.1m))) with { AsOf = Some.At(2026, 6, 1) };

        var steps = NextSteps.Of(Some.Card(plan, inputs));

        Assert.Equal([("initiative", 0m, 12m), ("report", 0m, 5m)], steps.Select(step => (step.Target.Id, step.Gain, step.Later)));
    }

    [Fact]
    public void Given_the_agency_s_points_When_explained_Then_the_units_behind_them_are_named_and_their_share_is_the_attainment()
    {
        var plan = Some.Plan(Some.Target("t", 10, SomeRule.AtLeast("f", 1m)));
        var cards = new[] { ("u1", 1m), ("u2", 0.5m), ("u3", 1m) }.Select(unit => Some.Card(plan, Some.Inputs(2026, ("f", IndicatorResult.Exact(unit.Item2))) with { Unit = unit.Item1 })).ToList();
        var agency = Some.Agency(plan, cards);

        var why = new Explainer(plan, id => new(id, id), _ => "").Of(agency, agency.Targets[0], cards, 2026);

        Assert.Equal("2/3 = 0,6667", why.Rule!.Numbers!.Vi);
        Assert.Equal("10 × 0,6667 = 6,67", why.Calculation!.Vi);
        Assert.Equal([("u1", true), ("u2", false), ("u3", true)], why.Units.Select(unit => (unit.Unit, unit.Meets)));
    }

    private static Explanation Why(Rule rule, int year, IndicatorResult result)
    {
        var plan = Some.Plan(Some.Target("t", 10, rule));
        var card = Some.Card(plan, year, ("f", result));
        return new Explainer(plan, id => new(id, id), _ => "").Of(card, card.Targets[0]);
    }
}

using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Scores;
using EmulationPlatform.Units.Tests.Support;

namespace EmulationPlatform.Units.Tests.Scores;

public sealed class UnitScorerTests
{
    private static readonly Instant Now = Some.Local(7, 31);
    private readonly UnitLedger facts = new("van-phong", AgencyCalendar.Vietnam);
    private readonly YearUse water = new("x.water", "water");

    public static TheoryData<string, Func<IndicatorResult, IndicatorResult>> Faults => new()
    {
        { "throws", _ => throw new InvalidOperationException("broken") },
        { "gives nothing", _ => null! },
        { "value out of range", result => result with { State = DataState.Measured, Value = decimal.MinValue, Reference = decimal.MaxValue } },
        { "reference out of range", result => result with { State = DataState.Measured, Value = 1m, Reference = decimal.MaxValue } },
        { "bounds out of range", result => result with { State = DataState.Measured, Least = decimal.MinValue, Most = decimal.MaxValue, ReferenceElapsed = decimal.MaxValue } },
    };

    [Fact]
    public void Given_a_metric_that_changed_When_scored_Then_only_its_indicators_are_evaluated()
    {
        var electricity = new YearUse("x.electricity", "electricity");
        var scorer = Scorer(electricity);
        scorer.Score(facts, null, Now);

        scorer.Score(facts, new HashSet<string> { "electricity" }, Now);
        scorer.Score(facts, new HashSet<string> { "paper" }, Now);

        Assert.Equal((2, 1, 3L), (electricity.Calls, water.Calls, scorer.Evaluations));
    }

    [Fact]
    public void Given_a_new_year_When_scored_Then_everything_is_evaluated_again()
    {
        var scorer = Scorer(new YearUse("x.electricity", "electricity"));
        scorer.Score(facts, null, Now);

        scorer.Score(facts, new HashSet<string>(), Now.Plus(TimeSpan.FromDays(365)));

        Assert.Equal(4, scorer.Evaluations);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Given_a_formula_with_a_fault_When_scored_Then_its_figure_alone_failed(string fault, Func<IndicatorResult, IndicatorResult> twist)
    {
        var scorer = Scorer(new YearUse("x.electricity", "electricity", twist));

        var card = scorer.Score(facts, null, Now).Card;

        Assert.True(card.Targets[0].State == DataState.Failed, fault);
        Assert.NotNull(card.Targets[0].Result.Reason);
        Assert.Equal(DataState.NoData, card.Targets[1].State);
    }

    [Fact]
    public void Given_a_plan_with_an_indicator_of_no_module_When_scored_Then_its_figure_says_so()
    {
        var plan = Some.Plan(Some.Target("t", "gone.indicator"));
        var scorer = new UnitScorer(Some.Terms(plan));

        var target = scorer.Score(facts, null, Now).Card.Targets[0];

        Assert.Equal(DataState.Failed, target.State);
        Assert.Contains("gone.indicator", target.Result.Reason!.En, StringComparison.Ordinal);
    }

    private UnitScorer Scorer(YearUse electricity) => new(Some.Terms(
        Some.Plan(Some.Target("e", "x.electricity"), Some.Target("w", "x.water")), electricity, water));
}

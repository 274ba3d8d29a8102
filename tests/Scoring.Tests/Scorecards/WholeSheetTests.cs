using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Scorecards;

/// <summary>One room's whole sheet on 31/07/2026 (scoring §11), each target by its own kind of rule.</summary>
public sealed class WholeSheetTests
{
    private static readonly Plan Plan = Some.Plan(
        Some.Target("S0-15", 8, SomeRule.Weighted((1m, SomeRule.AtLeast("sign", 1m)), (1m, SomeRule.AtLeast("approve", 1m)), (1m, SomeRule.AtLeast("store", 1m)))),
        Some.Target("S0-16", 8, SomeRule.AtLeast("dossiers", 1m)),
        Some.Target("S0-18", 8, SomeRule.AtLeast("signature", 1m)),
        Some.Target("S0-19", 6, SomeRule.AtLeast("meetings", 1m)),
        Some.Target("S0-20", 12, SomeRule.Count("initiatives", 1m)),
        Some.Target("S0-21", 4, SomeRule.AtLeast("bim", 0.2m)),
        Some.Target("S0-22", 4, SomeRule.Staged("gis", 0m, 0.25m, 0.5m, 0.75m, 1m)),
        Some.Target("S0-23", 10, SomeRule.Reduce("sheets", 0.5m)),
        Some.Target("S0-24", 8, SomeRule.Weighted((0.2m, SomeRule.YesNo("saving-plan")), (0.4m, SomeRule.NotAboveBase("kwh")), (0.4m, SomeRule.NotAboveBase("water")))),
        Some.Target("S0-25", 5, SomeRule.AtLeast("waste", 1m)),
        Some.Target("S0-27", 9, SomeRule.AtLeast("training", 1m)),
        Some.Target("S0-28", 10, SomeRule.AtLeast("anti-malware", 1m)),
        Some.Target("S0-29", 3, SomeRule.AtLeast("drill", 1m)) with { Scope = new([], [], [Some.Unit]) },
        Some.Target("S0-85", 5, SomeRule.OnTime("report")));

    private static readonly Dictionary<string, IndicatorResult> July = new()
    {
        ["sign"] = IndicatorResult.Share(95, 100),
        ["approve"] = IndicatorResult.Share(92, 100),
        ["store"] = IndicatorResult.Share(92, 100),
        ["dossiers"] = IndicatorResult.Share(1_840, 1_900),
        ["signature"] = IndicatorResult.Share(21, 23),
        ["meetings"] = Some.State(DataState.NoData),
        ["initiatives"] = IndicatorResult.Exact(0m),
        ["bim"] = IndicatorResult.Share(0, 0),
        ["gis"] = IndicatorResult.Exact(2m, DataState.SelfDeclared),
        ["sheets"] = Some.Part(54_350m, 57_900m, 68_000m),
        ["saving-plan"] = IndicatorResult.Exact(1m),
        ["kwh"] = Some.Whole(12_028m, 12_400m),
        ["water"] = Some.Whole(218m, 210m),
        ["waste"] = IndicatorResult.Share(18, 24, state: DataState.SelfDeclared),
        ["training"] = IndicatorResult.Share(52, 58, state: DataState.Verified),
        ["anti-malware"] = IndicatorResult.Share(36, 40),
        ["report"] = IndicatorResult.Exact(0m, DataState.Verified),
    };

    [Fact]
    public void Given_the_room_of_July_When_summed_Then_all_four_figures_agree_with_the_worked_sheet()
    {
        var card = Card(July);

        Assert.Equal("61.24", Some.Shown(card.Targets.Sum(target => target.Points)));
        Assert.Equal("81.66", Some.Shown(card.Score));
        Assert.Equal(90.8m, Display.Round1(100m * card.Coverage!.Value));
        Assert.Equal("68.04", Some.Shown(card.Floor));
        Assert.Equal("87.79", Some.Shown(card.Ceiling));
        Assert.Equal("tot", card.Band!.Id);
        Assert.Equal(93m, card.Targets.Where(target => target.State != DataState.NotApplicable).Sum(target => target.Weight));
        Assert.Equal(81m, card.Targets.Where(target => target.IsDue).Sum(target => target.Weight * target.DueShare));
        Assert.Equal(75m, card.Targets.Where(target => target.Points is not null).Sum(target => target.Weight * target.DueShare));
    }

    [Theory]
    [InlineData("S0-15", DataState.Measured, "0.930", "7.44")]
    [InlineData("S0-16", DataState.Measured, "0.968", "7.75")]
    [InlineData("S0-18", DataState.Measured, "0.913", "7.30")]
    [InlineData("S0-19", DataState.NoData, null, null)]
    [InlineData("S0-20", DataState.NotDue, null, null)]
    [InlineData("S0-21", DataState.NotApplicable, null, null)]
    [InlineData("S0-22", DataState.SelfDeclared, "0.500", "2.00")]
    [InlineData("S0-23", DataState.Estimated, "0.613", "6.13")]
    [InlineData("S0-24", DataState.Measured, "0.600", "4.80")]
    [InlineData("S0-25", DataState.SelfDeclared, "0.750", "3.75")]
    [InlineData("S0-27", DataState.Verified, "0.897", "8.07")]
    [InlineData("S0-28", DataState.Measured, "0.900", "9.00")]
    [InlineData("S0-29", DataState.NotApplicable, null, null)]
    [InlineData("S0-85", DataState.Verified, "1.000", "5.00")]
    public void Given_the_room_of_July_When_summed_Then_each_target_has_its_state_and_points(string id, DataState state, string? attainment, string? points)
    {
        var target = Card(July).Targets.Single(score => score.Target.Id == id);

        Assert.Equal(state, target.State);
        Assert.Equal(attainment, target.Attainment is null ? null : Some.Shown3(target.Attainment));
        Assert.Equal(points, target.Points is null ? null : Some.Shown(target.Points));
    }

    [Fact]
    public void Given_paper_on_its_milestone_When_asked_what_if_Then_the_score_is_the_foretold() =>
        Assert.Equal("86.81", Some.Shown(Card(With("sheets", Some.Part(52_110m, 57_900m, 68_000m))).Score));

    [Theory]
    [InlineData(1, "84.19")]
    [InlineData(0, "70.39")]
    public void Given_the_end_of_the_year_When_nothing_else_changes_Then_the_initiative_decides(int initiatives, string score)
    {
        var card = Some.Card(Plan, Some.Inputs(2026) with { Results = With("initiatives", IndicatorResult.Exact(initiatives)) });

        Assert.Equal(score, Some.Shown(card.Score));
    }

    private static Scorecard Card(IReadOnlyDictionary<string, IndicatorResult> results) =>
        Some.Card(Plan, Some.Inputs(2026) with { AsOf = Some.At(2026, 7, 31), Results = results });

    private static Dictionary<string, IndicatorResult> With(string id, IndicatorResult result) => new(July) { [id] = result };
}

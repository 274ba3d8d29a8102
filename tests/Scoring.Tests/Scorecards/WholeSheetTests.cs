using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Scorecards;

/// <summary>One room's whole sheet on 31/07/2026. Attainments of kinds of targets that have no rule yet are given.</summary>
public sealed class WholeSheetTests
{
    private static readonly IndicatorResult Paper = new(DataState.Estimated, 54_350m, 57_900m / 68_000m)
    {
        Reference = 57_900m,
        ReferenceElapsed = 68_000m,
        Best = 54_350m,
    };

    private static readonly (string Id, decimal Weight, IndicatorResult Result)[] Sheet =
    [
        ("S0-15", 8, Some.Attaining(0.930m)),
        ("S0-16", 8, Some.Attaining(1_840m / 1_900m)),
        ("S0-18", 8, Some.Attaining(21m / 23m)),
        ("S0-19", 6, Some.State(DataState.NoData)),
        ("S0-20", 12, Some.State(DataState.NotDue)),
        ("S0-21", 4, Some.State(DataState.NotApplicable)),
        ("S0-22", 4, Some.Attaining(0.5m)),
        ("S0-23", 10, Paper),
        ("S0-24", 8, Some.Attaining(0.6m)),
        ("S0-25", 5, Some.Attaining(0.75m)),
        ("S0-27", 9, Some.Attaining(52m / 58m)),
        ("S0-28", 10, Some.Attaining(0.9m)),
        ("S0-29", 3, Some.State(DataState.NotApplicable)),
        ("S0-85", 5, Some.Attaining(1m)),
    ];

    [Fact]
    public void Given_the_room_of_July_When_summed_Then_all_four_figures_agree_with_the_worked_sheet()
    {
        var card = CardWith();

        Assert.Equal(61.24m, Display.Round2(card.Targets.Sum(target => target.Points ?? 0m)));
        Assert.Equal(81.66m, Display.Round2(card.Score!.Value));
        Assert.Equal(90.8m, Display.Round1(100m * card.Coverage!.Value));
        Assert.Equal(68.04m, Display.Round2(card.Floor!.Value));
        Assert.Equal(87.79m, Display.Round2(card.Ceiling!.Value));
        Assert.Equal("tot", card.Band!.Id);
        Assert.Equal(81m, card.Targets.Where(target => target.IsDue).Sum(target => target.Target.Weight));
    }

    [Theory]
    [InlineData("S0-23", "1", "86.81")]
    [InlineData("S0-20", "1", "84.19")]
    [InlineData("S0-20", "0", "70.39")]
    public void Given_a_target_that_turns_out_otherwise_When_summed_Then_the_score_is_the_foretold(string id, string attainment, string score)
    {
        var result = Some.Attaining(decimal.Parse(attainment, System.Globalization.CultureInfo.InvariantCulture));

        var card = CardWith((id, result));

        Assert.Equal(score, Display.Round2(card.Score!.Value).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("S0-15", "7.44")]
    [InlineData("S0-16", "7.75")]
    [InlineData("S0-18", "7.30")]
    [InlineData("S0-23", "6.13")]
    [InlineData("S0-24", "4.80")]
    [InlineData("S0-27", "8.07")]
    public void Given_the_room_of_July_When_summed_Then_each_target_has_its_points(string id, string points)
    {
        var target = CardWith().Targets.Single(score => score.Target.Id == id);

        Assert.Equal(points, Display.Round2(target.Points!.Value).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static Scorecard CardWith(params (string Id, IndicatorResult Result)[] changes)
    {
        var results = Sheet.Select(row => changes.Where(change => change.Id == row.Id).Select(change => change.Result).Append(row.Result).First());
        var plan = Some.Plan([.. Sheet.Select(row => Some.Target(row.Id, row.Weight, Some.Halving))]);
        return Some.Card(plan, 2026, [.. results]);
    }
}

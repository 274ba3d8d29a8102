using System.Reactive.Concurrency;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Scores;
using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Tests.Scores;

public sealed class BoardKeeperTests : IDisposable
{
    private static readonly Instant Now = Some.Local(7, 31);
    private static readonly ScoringTerms Terms = Some.Terms(Some.Plan(Some.Target("t", "x.electricity")));
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);
    private readonly HistoricalScheduler scheduler = new();
    private readonly List<BoardChange> told = [];
    private readonly BoardKeeper keeper;

    public BoardKeeperTests()
    {
        keeper = new BoardKeeper(Terms, Now, scheduler);
        keeper.Changes.Subscribe(told.Add);
        keeper.Reset(Terms, [Some.Unit("mot"), Some.Unit("hai"), Some.Unit("ba")], Now);
    }

    [Fact]
    public void Given_cards_within_a_moment_When_it_is_over_Then_they_make_one_board_with_ranks()
    {
        Score("mot", 90);
        Score("hai", 80);
        Score("ba", 90);
        Assert.Empty(told);

        scheduler.AdvanceBy(Gathering);

        Assert.Single(told.Select(change => change.Board).Distinct());
        Assert.Equal([("mot", 1), ("hai", 3), ("ba", 1)], ((string[])["mot", "hai", "ba"]).Select(unit => (unit, Row(unit).Rank!.Value)));
    }

    [Fact]
    public void Given_a_board_When_one_card_changes_no_rank_Then_its_row_alone_is_new_and_the_sequence_grows()
    {
        ScoreAll();
        var (before, others) = (keeper.Board.Sequence, (Row("hai"), Row("ba")));

        Score("mot", 95);
        scheduler.AdvanceBy(Gathering);

        Assert.Equal("mot", Assert.Single(told).Row.Unit);
        Assert.True(Row("mot").Sequence > before);
        Assert.Equal(Row("mot").Sequence, keeper.Board.Sequence);
        Assert.Equal(others, (Row("hai"), Row("ba")));
    }

    [Fact]
    public void Given_a_board_When_a_card_passes_others_Then_every_row_with_another_rank_is_told()
    {
        ScoreAll();

        Score("ba", 85);
        scheduler.AdvanceBy(Gathering);

        Assert.Equal(["ba", "hai"], told.Select(change => change.Row.Unit).Order());
        Assert.Equal(told.Select(change => change.Row.Sequence).Distinct().Count(), told.Count);
    }

    [Fact]
    public void Given_a_unit_that_is_gone_When_its_card_still_comes_Then_the_board_does_not_show_it()
    {
        ScoreAll();

        keeper.Reset(Terms, [Some.Unit("mot"), Some.Unit("hai")], Now);
        Score("ba", 100);
        scheduler.AdvanceBy(Gathering);

        Assert.Equal(["hai", "mot"], keeper.Board.Units.Select(row => row.Unit).Order());
    }

    [Fact]
    public void Given_a_later_start_When_its_sequence_begins_Then_it_is_above_all_of_the_run_before()
    {
        ScoreAll();

        using var later = new BoardKeeper(Terms, Now.Plus(TimeSpan.FromSeconds(1)), scheduler);

        Assert.True(later.Board.Sequence > keeper.Board.Sequence);
    }

    [Fact]
    public void Given_Vietnamese_names_When_put_in_order_Then_d_with_stroke_follows_d_and_tones_do_not_break_words()
    {
        string[] names = ["Đội Bốn", "Phòng Tổ chức", "đội Ba", "Dân số", "Phòng Kế hoạch", "Đảng ủy", "Ấp Một", "An ninh", "Văn phòng"];

        var rows = BoardOrder.Of(names.Select(name => new UnitRow(name, new(name, name), "a", Card(name, 1), 1, 1, Now)));

        Assert.Equal(["An ninh", "Ấp Một", "Dân số", "Đảng ủy", "đội Ba", "Đội Bốn", "Phòng Kế hoạch", "Phòng Tổ chức", "Văn phòng"], rows.Select(row => row.Name.Vi));
    }

    public void Dispose() => keeper.Dispose();

    private static Scorecard Card(string unit, decimal score) => new(unit, score, 1m, score, score, null, [], Terms.InputsOf(unit, new Dictionary<string, IndicatorResult>(), Terms.PeriodAt(Now), Now));

    private UnitRow Row(string unit) => keeper.Board.Units.Single(row => row.Unit == unit);

    private void Score(string unit, decimal score) => keeper.Scored(new UnitScored(Card(unit, score), null, Now));

    private void ScoreAll()
    {
        Score("mot", 90);
        Score("hai", 80);
        Score("ba", 70);
        scheduler.AdvanceBy(Gathering);
        told.Clear();
    }
}

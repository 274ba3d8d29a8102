using EmulationPlatform.Scoring.Declaring;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Tests.Movement;

/// <summary>A reporting year that is over stays open until it is frozen: declared late, verified, and judged as a whole.</summary>
public sealed class EndedPeriodTests : IAsyncLifetime
{
    private const string Dossiers = "digitalization.dossiers";
    private const string Initiatives = "innovation.initiatives";
    private static readonly Scale Whole = new Scale.Linear(Course.Flat(0m), Course.Flat(1m));
    private TestAgency? test;

    private TestAgency Test => test!;

    public async Task InitializeAsync() => test = await TestAgency.StartAsync(
        new TestAgency { Plan = Some.Plan(About("hoso", Dossiers, Settling.Running), About("sangkien", Initiatives, Settling.AtEnd)) with { Figures = [Declared(Dossiers), Declared(Initiatives)] } },
        "van-phong");

    public async Task DisposeAsync() => await Test.DisposeAsync();

    [Fact]
    public async Task Given_a_year_that_is_over_When_looked_at_Then_what_was_to_come_has_not_come_and_silence_counts()
    {
        var running = Card(Test.Agency.Board);
        Assert.All(running.Targets, target => Assert.Equal(DataState.NotDue, target.State));

        Test.Clock.Now = InJanuary(20);
        var ended = Card(await Test.Agency.Movement.BoardOfAsync(Ended, default));

        Assert.Equal(["2027", "2026"], Test.Agency.Movement.Periods.Select(period => period.Name));
        Assert.All(ended.Targets, target => Assert.Equal((DataState.NoData, 0m, 0m), (target.State, target.Attainment, target.FloorAttainment)));
    }

    [Fact]
    public async Task Given_a_year_that_is_over_When_declared_late_and_verified_Then_its_board_follows_and_the_running_one_does_not()
    {
        Test.Clock.Now = InJanuary(4);
        Assert.True((await SayAsync(Dossiers, DeclarationKind.Declared, "an"))!.IsDone);
        Assert.True((await SayAsync(Initiatives, DeclarationKind.Declared, "an"))!.IsDone);

        Assert.Equal("kind", (await SayAsync(Dossiers, DeclarationKind.Verified, "an"))!.Field);
        Assert.True((await SayAsync(Dossiers, DeclarationKind.Verified, "vp"))!.IsDone);

        var ended = Card(await Test.Agency.Movement.BoardOfAsync(Ended, default));
        Assert.Equal([(DataState.Verified, 1m), (DataState.SelfDeclared, 1m)], ended.Targets.Select(target => (target.State, target.Attainment!.Value)));
        Assert.All(Card(Test.Agency.Board).Targets, target => Assert.Null(target.Attainment));
        Assert.Equal([Initiatives], Test.Agency.Movement.Waiting(Ended).Select(line => line.Declaration.Figure.Id));
    }

    [Fact]
    public async Task Given_nothing_that_was_said_When_verified_or_returned_Then_it_is_refused()
    {
        Assert.Equal("kind", (await SayAsync(Dossiers, DeclarationKind.Verified, "vp"))!.Field);
        Assert.Equal("kind", (await SayAsync(Dossiers, DeclarationKind.Returned, "vp"))!.Field);
        Assert.Null(await SayAsync("innovation.none", DeclarationKind.Declared, "an"));
        Assert.Empty(Test.Agency.Movement.Declarations("van-phong", Test.Agency.Movement.Running)!.SelectMany(view => view.History));
    }

    [Fact]
    public async Task Given_a_unit_that_began_this_month_When_scored_Then_its_days_are_counted_so_that_it_is_not_ranked()
    {
        await Test.Agency.PutUnitAsync(Some.Unit("doi-moi") with { Headcount = [new DatedNumber(new DateOnly(2026, 7, 20), 9m)] }, "thu", default);

        await Eventually.TrueAsync(() => Test.Agency.Board.Units.Any(row => row.Unit == "doi-moi"), "a row of the new unit");

        Assert.Equal(11, Test.Agency.Board.Units.Single(row => row.Unit == "doi-moi").Card.Inputs.DaysInPeriod);
        Assert.Null(Card(Test.Agency.Board).Inputs.DaysInPeriod);
    }

    [Fact]
    public async Task Given_an_appeal_When_answered_by_who_verified_the_figure_Then_somebody_else_has_to()
    {
        await SayAsync(Dossiers, DeclarationKind.Declared, "an");
        await SayAsync(Dossiers, DeclarationKind.Verified, "vp");
        var made = await AppealAsync(Test.Agency.Movement.Running);

        Assert.Equal("author", (await Test.Agency.Movement.AnswerAsync(made!.No, accepted: true, "Đúng", "vp", default))!.Field);
        Assert.True((await Test.Agency.Movement.AnswerAsync(made.No, accepted: true, "Đúng", "hội đồng", default))!.IsDone);
    }

    [Fact]
    public async Task Given_a_frozen_year_When_five_working_days_are_over_Then_no_appeal_is_taken_any_more()
    {
        Test.Clock.Now = InJanuary(11);
        await FreezeAsync();

        Test.Clock.Now = InJanuary(18);
        var first = await AppealAsync(Ended);
        await Test.Agency.Movement.AnswerAsync(first!.No, accepted: false, "Không đủ căn cứ", "hội đồng", default);
        Test.Clock.Now = InJanuary(19);

        Assert.True(first.IsDone);
        Assert.Equal("period", (await AppealAsync(Ended))!.Field);
    }

    [Fact]
    public async Task Given_a_frozen_year_When_the_unit_declares_again_Then_only_the_office_can()
    {
        Test.Clock.Now = InJanuary(11);
        await FreezeAsync();

        var refused = await Test.Agency.Movement.SayAsync(Said(Dossiers, "an"), "van-phong", default);

        Assert.Equal("period", refused!.Field);
        Assert.True((await Test.Agency.Movement.SayAsync(Said(Dossiers, "vp"), "", default))!.IsDone);
    }

    [Fact]
    public async Task Given_an_accepted_appeal_When_nothing_was_verified_since_Then_the_year_cannot_be_frozen()
    {
        await SayAsync(Dossiers, DeclarationKind.Declared, "an");
        var made = await AppealAsync(Test.Agency.Movement.Running);
        await Test.Agency.Movement.AnswerAsync(made!.No, accepted: true, "Đúng", "hội đồng", default);
        Assert.Contains(await ProblemsAsync(), problem => problem is { Kind: "accepted", Blocks: true });

        await SayAsync(Dossiers, DeclarationKind.Verified, "vp");

        Assert.DoesNotContain(await ProblemsAsync(), problem => problem.Kind == "accepted");
    }

    [Fact]
    public async Task Given_a_unit_that_began_after_the_year_When_the_year_is_looked_at_Then_it_is_not_on_its_board()
    {
        Test.Clock.Now = InJanuary(11);
        await Test.Agency.PutUnitAsync(Some.Unit("doi-moi") with { Headcount = [new DatedNumber(new DateOnly(2027, 1, 4), 9m)] }, "thu", default);

        Assert.Equal(["van-phong"], (await Test.Agency.Movement.BoardOfAsync(Ended, default)).Units.Select(row => row.Unit));
    }

    private Task<IReadOnlyList<Units.Movement.FreezeProblem>> ProblemsAsync() => Test.Agency.Movement.PreflightAsync(Test.Agency.Board, default);

    private Task<long> FreezeAsync() => Test.Database.WriteAsync(connection => SnapshotTable.Add(
        connection, new NewSnapshot { Movement = "some", Period = "2026", TakenAt = Test.Clock.Now, Author = "vp", Reason = "QĐ 1", Board = "{}", Replaces = null }));

    private StoredDeclaration Said(string figure, string author) => new()
    {
        Unit = "van-phong", Figure = figure, Period = Ended.Name, Kind = nameof(DeclarationKind.Declared), Value = 1m, Comment = "Sổ 7/BC-VP", Author = author, At = default,
    };

    private Task<EntryResult?> AppealAsync(Period period) => Test.Agency.Movement.AppealAsync(
        new StoredAppeal { Unit = "van-phong", Target = "hoso", Period = period.Name, Reason = "Thiếu 5 hồ sơ", Evidence = [], Author = "an", At = default }, period, default);

    private Period Ended => Test.Agency.Movement.Periods.Single(period => period.Name == "2026");

    private Task<EntryResult?> SayAsync(string figure, DeclarationKind kind, string author) => Test.Agency.Movement.SayAsync(
        new StoredDeclaration
        {
            Unit = "van-phong", Figure = figure, Period = Test.Clock.Now < Some.Local(12, 31) ? "2026" : Ended.Name, Kind = kind.ToString(), Value = kind == DeclarationKind.Returned ? null : 1m,
            Comment = "Sổ 7/BC-VP", Author = author, At = default,
        },
        "", default);

    private static Scoring.Scorecards.Scorecard Card(ScoreboardView board) => board.Units.Single(row => row.Unit == "van-phong").Card;

    private static Instant InJanuary(int day) => AgencyCalendar.Vietnam.ToInstant(new DateTime(2027, 1, day, 8, 0, 0, DateTimeKind.Unspecified));

    private static Target About(string id, string figure, Settling settling) =>
        Some.Target(id, figure) with { Rule = new Rule.Scaled(RuleKind.AtLeast, new Figure.Value(figure), Whole) { Settling = settling } };

    private static PlanFigure Declared(string id) => new(id, FigureForm.Number, new(id, id), null, [], 12, 30);
}

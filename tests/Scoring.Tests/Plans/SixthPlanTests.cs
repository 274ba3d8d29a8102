using EmulationPlatform.Scoring.Awards;
using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Plans;

/// <summary>A scoring sheet that none of us wrote (its source is named in the file): points off per event, per half hour, bonuses with caps, levels with gates.</summary>
public sealed class SixthPlanTests
{
    private static readonly Plan Sheet = Read();

    [Fact]
    public void Given_a_public_sheet_When_written_as_a_plan_Then_nothing_is_wrong_with_it_and_it_has_a_hundred_points()
    {
        Assert.Equal(100m, Sheet.Targets.Where(target => target.IsScored && target.IsOnUnitSheet).Sum(target => target.Weight));
        Assert.Equal(["AtMost", "Disqualify", "Disqualify", "Down", "Hold"], Sheet.Consequences.Select(consequence => consequence.Kind.ToString()).Order());
    }

    [Theory]
    [InlineData(0, 0, 0, 0, "8")]
    [InlineData(2, 0, 0, 0, "7")]
    [InlineData(2, 1, 0, 0, "6")]
    [InlineData(0, 0, 2.5, 0, "5.5")]
    [InlineData(20, 0, 0, 0, "0")]
    [InlineData(0, 0, 0, 1, "0")]
    public void Given_a_month_of_absences_When_judged_Then_points_come_off_for_each_as_by_hand(
        double lateShort, double lateLong, double excused, double unexcused, string points)
    {
        var card = Card(("host.late-short", lateShort), ("host.late-long", lateLong), ("host.leave-excused", excused), ("host.leave-unexcused", unexcused));

        Assert.Equal(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture), card.Targets.Single(score => score.Target.Id == "I.1").Points);
    }

    [Fact]
    public void Given_everything_in_order_When_a_lesson_is_given_without_a_plan_Then_the_month_is_not_classified()
    {
        var good = Sheet.Figures.Select(figure => (figure.Id, Value: 0d)).ToArray();
        var bad = good.Select(figure => figure.Id == "host.lessons-without-plan" ? figure with { Value = 1d } : figure).ToArray();

        Assert.True(Card(good).Targets.All(score => !score.IsOpenGate));
        var card = Card(bad);
        Assert.Null(card.Band);
        Assert.Contains(card.Remarks, remark => remark.Kind == Classification.RemarkKind.Disqualified);
    }

    /// <summary>One month of a class teacher, every criterion of the sheet added up by hand.</summary>
    [Fact]
    public void Given_a_month_with_something_wrong_everywhere_When_judged_Then_the_whole_sheet_is_as_by_hand()
    {
        var card = Card([.. Perfect(), .. Wrong]);

        Assert.Equal(
            [
                "I.1 5.5", "I.2 1", "I.1.nghi-nam", "II.1 1.5", "II.1.khong-khbd", "II.2 1", "II.2.quy-trinh", "II.3 0.5", "II.4 0.5",
                "III.1 13", "III.2 7", "III.2.chuyen-de", "III.3 3.5", "III.4.ty-le 0", "III.4.tien-bo 8", "III.quy-che",
                "IV.1 2", "IV.2.noi-quy 5", "IV.2.ngoai-khoa 4", "IV.2.lien-doi 3", "V.1 3", "V.2 3", "V.3 2",
                "VI.1 8", "VI.2 5", "VI.3 1.5", "VI.4 0", "VI.5 2.25", "VI.6 2",
            ],
            card.Targets.Select(score => score.Target.Commitment == Commitment.Gate ? score.Target.Id : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{score.Target.Id} {score.Points:0.##}")));
        Assert.Equal((63.5m, 63.5m, 63.5m, 1m), (card.Score, card.Floor, card.Ceiling, card.Coverage));
        Assert.Equal(18.75m, card.Targets.Where(score => score.Target.Commitment == Commitment.Encouraged).Sum(score => score.Points));
        Assert.Equal((10m, "khong-xep-loai"), (card.Bonus, card.Band?.Id));
    }

    [Theory]
    [InlineData("chu-nhiem", "95", "a")]
    [InlineData("bo-mon", "95", "a")]
    [InlineData("chu-nhiem", "94.5", "b", "host.late-short=3")]
    [InlineData("chu-nhiem", "95", "b", "host.marks-process-broken=1")]
    [InlineData("chu-nhiem", "95", "c", "host.discipline-violations=1")]
    [InlineData("chu-nhiem", "95", "c", "host.discipline-violations=1", "host.marks-process-broken=1")]
    [InlineData("chu-nhiem", "95", null, "innovation.model-lessons-refused=2")]
    [InlineData("chu-nhiem", "95", "a", "host.leave-half-days=17")]
    [InlineData("chu-nhiem", "75", "c", "host.pupils-supported=0", "host.progress-measures=0")]
    public void Given_a_good_month_When_a_line_or_a_gate_is_crossed_Then_the_level_follows(string group, string score, string? band, params string[] changes)
    {
        var card = Card(group, [.. Perfect(), .. Good, .. changes.Select(change => change.Split('=')).Select(change => (change[0], (double)Some.Number(change[1])))]);

        Assert.Equal((Some.Number(score), Some.Number(score), band), (card.Score, card.Floor, card.Band?.Id));
    }

    [Theory]
    [InlineData(NomineeState.Proposed)]
    [InlineData(NomineeState.Proposed, "host.leave-half-days=16")]
    [InlineData(NomineeState.Held, "host.leave-half-days=17")]
    [InlineData(NomineeState.Held, "host.discipline-violations=1")]
    [InlineData(NomineeState.BelowBand, "host.teaching-standard=0", "host.pupils-supported=0", "digitalization.teaching-technology=0", "innovation.model-lessons=0", "host.progress-measures=0", "host.pupils-up-to-standard=29")]
    public void Given_the_round_of_the_sheet_When_teachers_are_proposed_Then_its_gates_and_its_least_level_hold(NomineeState state, params string[] changes)
    {
        var card = Card([.. Perfect(), .. Good, .. changes.Select(change => change.Split('=')).Select(change => (change[0], (double)Some.Number(change[1])))]);

        var selection = Selection.Of(Sheet, Sheet.AwardRounds.Single(), new("chu-nhiem", 5), [Candidate.Of("chu-nhiem", card, openCritical: 0)]);

        Assert.Equal(state, selection.Nominees.Single().State);
    }

    private static (string, double)[] Wrong =>
    [
        ("host.late-short", 2), ("host.leave-excused", 1.5), ("host.dress-monday", 1), ("host.dress-ceremony", 1), ("host.lesson-plans-wrong", 1),
        ("host.marks-late", 1), ("host.marks-changed", 1), ("host.statistics-wrong", 1), ("host.log-unsigned", 1), ("host.tests-late", 1),
        ("innovation.model-lessons-failed", 1), ("host.equipment-unregistered", 1), ("host.equipment-unsigned", 1), ("host.pupils-up-to-standard", 28),
        ("host.results-drop-points", 2), ("host.class-book-missing", 1), ("host.class-report-late", 1), ("host.class-ngoai-khoa", 2), ("host.class-lien-doi", 1),
        ("host.duty-late", 1), ("host.reports-wrong", 1), ("host.work-delayed", 1),
        ("innovation.contests-own", 2), ("innovation.contests-helped", 1), ("host.prizes-city", 1), ("host.prizes-ward", 2),
        ("host.praised-taking-part", 2), ("host.praised-leading", 1), ("innovation.initiatives-a", 1), ("innovation.initiatives-days-late", 3), ("innovation.english-lessons", 1),
    ];

    // Five points below the hundred, and four below the eighty of a teacher without a class.
    private static (string, double)[] Good =>
    [
        ("host.late-short", 2), ("host.dress-monday", 1), ("host.marks-changed", 1), ("host.tests-late", 1), ("host.class-lien-doi", 2),
    ];

    private static (string, double)[] Perfect() =>
    [
        .. Sheet.Figures.Select(figure => (figure.Id, figure.Form switch { FigureForm.YesNo => 1d, FigureForm.Stage => 3d, _ => 0d })),
        ("host.pupils-planned", 30), ("host.pupils-up-to-standard", 30),
    ];

    private static Scorecard Card(params (string Figure, double Value)[] figures) => Card("chu-nhiem", figures);

    /// <param name="figures">The last value of a figure counts.</param>
    private static Scorecard Card(string group, (string Figure, double Value)[] figures)
    {
        var year = AgencyCalendar.Vietnam.Year(2027);
        var inputs = new UnitInputs
        {
            Unit = "co-lan",
            Group = group,
            Period = year,
            AsOf = year.End,
            Results = figures.GroupBy(figure => figure.Figure).ToDictionary(values => values.Key, values => IndicatorResult.Exact((decimal)values.Last().Value)),
        };
        return ScorecardCalculator.Calculate(Sheet, inputs, _ => "");
    }

    private static Plan Read()
    {
        var read = PlanReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "corpora", "sixth-plan.yaml")), "sixth-plan.yaml", new HashSet<string>());
        Assert.Empty(read.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.ToString()));
        return read.Plan!;
    }
}

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

    private static Scorecard Card(params (string Figure, double Value)[] figures)
    {
        var year = AgencyCalendar.Vietnam.Year(2027);
        var inputs = new UnitInputs
        {
            Unit = "co-lan",
            Group = "chu-nhiem",
            Period = year,
            AsOf = year.End,
            Results = figures.ToDictionary(figure => figure.Figure, figure => IndicatorResult.Exact((decimal)figure.Value)),
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

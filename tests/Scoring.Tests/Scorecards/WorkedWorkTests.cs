using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Scorecards;

/// <summary>Worked examples 9, 10, 14, 19, 21 and 22 of scoring §10: initiatives, reports and mixed rules.</summary>
public sealed class WorkedWorkTests
{
    [Theory]
    [InlineData(6, 2, DataState.Measured, "12")]
    [InlineData(6, 0, DataState.NotDue, null)]
    [InlineData(12, 2, DataState.Measured, "12")]
    [InlineData(12, 0, DataState.Measured, "0")]
    public void Given_a_room_s_initiatives_When_one_is_due_by_the_end_Then_it_is_credited_at_once_and_missed_only_then(int month, int registered, DataState state, string? points)
    {
        var asOf = month == 12 ? Some.At(2027, 1, 1) : Some.At(2026, month, 30);

        var score = Some.Score(SomeRule.Count("f", 1m), 12, Some.Inputs(2026, ("f", IndicatorResult.Exact(registered))) with { AsOf = asOf });

        Assert.Equal((state, points is null ? null : Some.Number(points)), (score.State, score.Points));
    }

    [Fact]
    public void Given_two_of_three_initiatives_and_three_pending_When_judged_at_the_end_Then_the_ceiling_is_open()
    {
        var recognised = new IndicatorResult(DataState.Measured, 2m, 0.4m) { Least = 2m, Most = 5m };
        var plan = Some.Plan(Some.Target("S1-40", 20, SomeRule.Count("f", 3m)) with { Level = TargetLevel.Organisation, Organisation = OrganisationView.Own });

        var score = Some.Agency(plan, [], Some.OfAgency(2026, ("f", recognised))).Targets[0];

        Assert.Equal(("0.667", "13.33"), (Some.Shown3(score.Attainment), Some.Shown(score.Points)));
        Assert.Equal((2m / 3m, 1m), (score.FloorAttainment, score.CeilingAttainment));
        Assert.Empty(Some.Card(plan, 2026).Targets);
    }

    [Fact]
    public void Given_two_of_three_initiatives_When_judged_in_July_Then_they_are_credited_and_the_third_is_not_due()
    {
        var score = Some.Score(SomeRule.Count("f", 3m), 20, Some.Inputs(2026, ("f", IndicatorResult.Exact(2m))) with { AsOf = Some.At(2026, 7, 31) });

        Assert.Equal((1m, "0.667", "13.33"), (score.Attainment, Some.Shown3(score.DueShare), Some.Shown(score.Points)));
    }

    [Theory]
    [InlineData(0, "1", "5.00")]
    [InlineData(1, "0.5", "2.50")]
    [InlineData(3, "0.5", "2.50")]
    [InlineData(4, "0", "0.00")]
    public void Given_a_report_some_working_days_late_When_judged_Then_it_counts_in_full_half_or_not(int daysLate, string attainment, string points)
    {
        var score = Some.Score(SomeRule.OnTime("f"), 5, 2026, IndicatorResult.Exact(daysLate));

        Assert.Equal((Some.Number(attainment), points), (score.Attainment, Some.Shown(score.Points)));
    }

    [Fact]
    public void Given_a_meeting_model_and_27_of_36_meetings_When_judged_Then_both_halves_count()
    {
        var rule = SomeRule.Weighted((0.5m, SomeRule.YesNo("model")), (0.5m, SomeRule.AtLeast("meetings", 1m)));

        var score = Some.Score(rule, 4, Some.Inputs(2026, ("model", IndicatorResult.Exact(1m)), ("meetings", IndicatorResult.Share(27, 36))));

        Assert.Equal((0.875m, 3.5m), (score.Attainment, score.Points));
    }

    [Fact]
    public void Given_databases_correct_complete_clean_and_alive_When_judged_Then_their_mean_counts()
    {
        string[] ids = ["correct", "complete", "clean", "alive"];
        decimal[] values = [0.98m, 0.92m, 0.99m, 0.85m];
        var rule = SomeRule.Weighted([.. ids.Select(id => (1m, SomeRule.AtLeast(id, 1m)))]);

        var score = Some.Score(rule, 15, Some.Inputs(2026, [.. ids.Zip(values, (id, value) => (id, IndicatorResult.Exact(value)))]));

        Assert.Equal((0.935m, "14.03"), (score.Attainment, Some.Shown(score.Points)));
    }

    [Fact]
    public void Given_twenty_tasks_and_their_quality_When_judged_Then_time_counts_seven_and_quality_three_tenths()
    {
        var rule = SomeRule.Weighted((0.7m, SomeRule.AtLeast("tasks", 1m)), (0.3m, SomeRule.Rated("quality")));

        var score = Some.Score(rule, 30, Some.Inputs(2026, ("tasks", IndicatorResult.Share(15m + (3m * 0.5m), 20m)), ("quality", IndicatorResult.Exact(3m))));

        Assert.Equal((0.8025m, "0.803", "24.08"), (score.Attainment, Some.Shown3(score.Attainment), Some.Shown(score.Points)));
    }
}

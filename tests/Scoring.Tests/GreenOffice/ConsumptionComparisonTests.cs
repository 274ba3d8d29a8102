using EmulationPlatform.Modules.GreenOffice;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.GreenOffice;

public sealed class ConsumptionComparisonTests
{
    [Fact]
    public void Given_whole_months_When_compared_Then_value_and_reference_are_plain_sums()
    {
        var result = Evaluate(new SomeFacts(SomeFacts.Month(1, 6_000m, 6_200m), SomeFacts.Month(2, 6_028m, 6_200m)));

        Assert.Equal(DataState.Measured, result.State);
        Assert.Equal((12_028m, 12_400m, 12_400m, 1m), (result.Value, result.Reference, result.ReferenceElapsed, result.Coverage));
        Assert.Equal((12_028m, 12_028m), (result.Least, result.Most));
        Assert.Equal((SomeFacts.AsOf, 2025), (result.UpdatedAt, result.BaselineYear));
        Assert.Equal(["meter-1"], result.Inputs);
    }

    [Fact]
    public void Given_a_lost_month_When_compared_Then_its_baseline_is_left_out_and_nothing_bounds_the_worst()
    {
        var months = new[] { 9_000m, 9_500m, 10_200m, 9_800m, 10_100m, 9_700m, 9_700m };
        var actual = new[] { 9_000m, 9_000m, 9_000m, 9_000m, 0m, 9_000m, 9_350m };

        var result = Evaluate(new SomeFacts(
            [.. months.Select((baseline, index) => SomeFacts.Month(index + 1, actual[index], baseline, covered: index == 4 ? 0m : 1m))]));

        Assert.Equal((54_350m, 57_900m, 68_000m), (result.Value, result.Reference, result.ReferenceElapsed));
        Assert.Equal(57_900m / 68_000m, result.Coverage);
        Assert.Equal((54_350m, null), (result.Least, result.Most));
        var score = Some.Score(Some.Halving, 10, 2026, result);
        Assert.Equal((6.13m, 0m, 1m), (Display.Round2(score.Points!.Value), score.FloorAttainment, score.CeilingAttainment));
    }

    [Fact]
    public void Given_part_of_a_running_month_When_compared_Then_its_baseline_counts_by_time_gone_and_share_covered()
    {
        var result = Evaluate(new SomeFacts(SomeFacts.Month(1, 20m, 100m, covered: 0.5m, elapsed: 0.5m)));

        Assert.Equal((20m, 25m, 50m, 0.5m), (result.Value, result.Reference, result.ReferenceElapsed, result.Coverage));
    }

    [Fact]
    public void Given_a_month_without_baseline_When_compared_Then_it_is_left_out_on_both_sides_and_opens_both_bounds()
    {
        var result = Evaluate(new SomeFacts(SomeFacts.Month(1, 90m, 100m), SomeFacts.Month(3, 500m, null)));

        Assert.Equal((90m, 100m, 100m, 0.5m), (result.Value, result.Reference, result.ReferenceElapsed, result.Coverage));
        Assert.Equal((null, null), (result.Least, result.Most));
    }

    [Fact]
    public void Given_no_baseline_at_all_When_compared_Then_the_consumption_is_shown_and_not_judged()
    {
        var result = Evaluate(new SomeFacts(SomeFacts.Month(1, 90m, null), SomeFacts.Month(2, 80m, null, covered: 0.5m)) { BaselineYear = null });

        Assert.Equal((DataState.NoBaseline, 170m, 0m), (result.State, result.Value, result.Coverage));
        Assert.Equal(new LocalizedText("chưa có số liệu gốc", "no baseline yet"), result.Reason);
    }

    [Fact]
    public void Given_a_baseline_of_zero_When_compared_Then_it_is_no_baseline()
    {
        var result = Evaluate(new SomeFacts(SomeFacts.Month(1, 0m, 0m)));

        Assert.Equal((DataState.NoBaseline, 0m), (result.State, result.Value));
        Assert.Contains("bằng 0", result.Reason!.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_no_meter_or_no_readings_When_compared_Then_there_is_no_value_rather_than_zero()
    {
        var noMeter = Evaluate(new SomeFacts(SomeFacts.Month(1, 0m, 100m, covered: 0m)) { Sources = [] });
        var noReadings = Evaluate(new SomeFacts(SomeFacts.Month(1, 0m, 100m, covered: 0m)));

        Assert.Equal((DataState.NoData, null, 0m), (noMeter.State, noMeter.Value, noMeter.Coverage));
        Assert.Equal((DataState.NoData, null, 0m), (noReadings.State, noReadings.Value, noReadings.Coverage));
        Assert.NotEqual(noMeter.Reason, noReadings.Reason);
    }

    [Fact]
    public void Given_a_period_that_has_not_begun_When_compared_Then_nothing_is_due() =>
        Assert.Equal(DataState.NotDue, Evaluate(new SomeFacts()).State);

    [Fact]
    public void Given_shared_out_amounts_When_compared_Then_the_result_is_estimated_and_the_flat_baseline_shows()
    {
        var result = Evaluate(new SomeFacts(SomeFacts.Month(1, 90m, 100m, estimated: 0.1m)) { Flat = true });

        Assert.Equal((DataState.Estimated, true), (result.State, result.FlatBaseline));
    }

    [Fact]
    public void Given_the_module_When_declared_Then_metrics_and_indicators_have_their_names()
    {
        var module = new GreenOfficeModule();

        Assert.Equal("green-office", module.Manifest.Id);
        Assert.Equal([("electricity", "kWh", "W"), ("water", "m3", "m3/h"), ("pages", "pages", null)], module.Metrics.Select(metric => (metric.Id, metric.CounterMeasure, metric.GaugeMeasure)));
        Assert.Equal(
            [("green-office.electricity", "kWh", "electricity"), ("green-office.water", "m3", "water")],
            module.Indicators.Select(indicator => (indicator.Id, indicator.Measure, indicator.Metrics.Single())));
    }

    private static IndicatorResult Evaluate(SomeFacts facts) =>
        new GreenOfficeModule().Indicators[0].Evaluate(facts, AgencyCalendar.Vietnam.Year(2026), SomeFacts.AsOf);
}

using EmulationPlatform.Sdk;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Metering.Tests.Laws;

/// <summary>Momentary values are integrated by trapezoid.</summary>
public sealed class GaugeLaws
{
    [Fact]
    public void Given_any_gauge_When_integrated_Then_the_sum_is_the_area_and_long_pauses_are_holes() =>
        Prop.ForAll(SeriesCases.Gauges, source =>
        {
            var (readings, rules) = (source.Readings, source.Rules);
            var close = readings.Zip(readings.Skip(1)).Where(pair => pair.Second.At - pair.First.At <= rules.LongestGaugePause).ToList();

            var intervals = Fold.Of(readings, rules).Intervals;

            return intervals.Select(interval => (interval.Start, interval.End)).SequenceEqual(close.Select(pair => (pair.First.At, pair.Second.At)))
                && intervals.Zip(close).All(pair => Math.Abs(pair.First.Amount.ToDecimal() - Area(pair.Second.First, pair.Second.Second, rules.Factor)) <= 0.000001m);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Theory]
    [InlineData(10.0, 1)]
    [InlineData(10.0, 7)]
    [InlineData(0.4, 1)]
    [InlineData(99.9, 10)]
    public void Given_a_steady_load_sent_every_few_seconds_When_integrated_for_a_day_Then_rounding_does_not_add_up(double watts, int seconds)
    {
        var readings = Enumerable.Range(0, (86_400 / seconds) + 1).Select(step => Fold.Reading(step * seconds / 60.0, (decimal)watts)).ToList();

        var total = Fold.Of(readings, new SourceRules(0.001m) { Kind = SourceKind.Gauge }).Total;

        var hours = (decimal)(readings[^1].At - readings[0].At).TotalHours;
        Assert.Equal((decimal)watts * 0.001m * hours, total, 4);
    }

    private static decimal Area(MeterReading from, MeterReading to, decimal factor) =>
        (Math.Max(0m, from.Value.ToDecimal()) + Math.Max(0m, to.Value.ToDecimal())) / 2m * factor * (to.At.UnixMilliseconds - from.At.UnixMilliseconds) / 3_600_000m;
}

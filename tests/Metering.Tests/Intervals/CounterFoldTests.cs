using EmulationPlatform.Sdk;
using static EmulationPlatform.Metering.Tests.Intervals.IntervalWords;

namespace EmulationPlatform.Metering.Tests.Intervals;

public sealed class CounterFoldTests
{
    [Theory]
    [InlineData("100", "")]
    [InlineData("100 100", "0")]
    [InlineData("100 101.5 103", "1.5 1.5")]
    [InlineData("100 101 110", "1 9")]
    // A fall alone is not explained yet.
    [InlineData("100 40", "0 Suspect")]
    [InlineData("100 40 40", "0 Suspect")]
    [InlineData("100 40 30", "0 Suspect")]
    // Back on or above the old line: the low reading is passed over.
    [InlineData("100 40 101", "1 Dip")]
    [InlineData("100 40 100", "0 Dip")]
    [InlineData("100 40 40 30 102 103", "2 Dip|1")]
    // Low and growing: started again from zero.
    [InlineData("100 4 5", "4 ResetAssumed|1")]
    [InlineData("100 0 2", "0 ResetAssumed|2")]
    [InlineData("100 40 4 5 7", "4 ResetAssumed|1|2")]
    // Two falls, each explained for itself.
    [InlineData("100 4 5 1 2", "4 ResetAssumed|1|1 ResetAssumed|1")]
    // A register below zero did not count that from zero.
    [InlineData("100 -5 -3", "0 ResetAssumed|2")]
    [InlineData("100 -5 3", "0 ResetAssumed|8")]
    public void Given_readings_ten_minutes_apart_When_folded_Then_the_intervals_are(string readings, string intervals)
    {
        var result = Fold.Of(Readings(readings, minutesApart: 10), SourceRules.Plain);

        Assert.Equal(Expected(intervals), result.Intervals.Select(Words));
    }

    [Fact]
    public void Given_the_first_reading_When_folded_Then_it_is_the_baseline_and_no_amount()
    {
        var step = SourceFold.Step(CounterState.Empty, Fold.Reading(0, 98_765.4m), SourceRules.Plain);

        Assert.Equal((null, null, null), (step.Retracted, step.First, step.Second));
        Assert.Equal(Fold.Reading(0, 98_765.4m), step.State.Reference);
        Assert.True(step.State.IsSettled);
    }

    [Theory]
    [InlineData(60.0, "5 Measured")]
    [InlineData(60.001, "5 Estimated")]
    [InlineData(600.0, "5 Estimated")]
    public void Given_an_interval_longer_than_an_hour_When_folded_Then_its_total_stays_and_it_is_estimated(double minutes, string interval)
    {
        var result = Fold.Of([Fold.Reading(0, 100m), Fold.Reading(minutes, 105m)], SourceRules.Plain);

        Assert.Equal([interval], result.Intervals.Select(Words));
    }

    [Fact]
    public void Given_a_late_reading_When_folded_again_Then_only_its_neighbouring_interval_is_split()
    {
        var readings = Readings("100 101 105 106", minutesApart: 10);
        var late = Fold.Reading(15, 102m);

        var before = Fold.Of(readings, SourceRules.Plain).Intervals;
        var after = Fold.Of([.. readings.Append(late).OrderBy(reading => reading.At)], SourceRules.Plain).Intervals;

        Assert.Equal(["4 Measured"], before.Except(after).Select(Words));
        Assert.Equal(["1 Measured", "3 Measured"], after.Except(before).Select(Words));
    }

    [Fact]
    public void Given_a_dip_When_folded_Then_it_covers_the_time_from_the_old_line_to_the_return()
    {
        var dip = Fold.Of(Readings("100 40 101", minutesApart: 10), SourceRules.Plain).Intervals.Single();

        Assert.Equal((Fold.Reading(0, 0m).At, Fold.Reading(20, 0m).At), (dip.Start, dip.End));
    }

    [Theory]
    [InlineData("0.001", "704529", "704530", "0.001")]
    [InlineData("80", "12.34", "12.35", "0.8")]
    [InlineData("0.0000001", "0", "5", "0.000001")]
    public void Given_a_factor_When_folded_Then_it_multiplies_the_growth(string factor, string from, string to, string amount)
    {
        var settings = new SourceRules(Number(factor));

        var result = Fold.Of([Fold.Reading(0, Number(from)), Fold.Reading(10, Number(to))], settings);

        Assert.Equal(Number(amount), result.Total);
    }

    [Theory]
    [InlineData("1", "9223372036", true)]
    [InlineData("0.0000000000000000000000000001", "9223372036", true)]
    [InlineData("500", "9223372036", true)]
    [InlineData("501", "9223372036", false)]
    [InlineData("1000000000000", "4.611", true)]
    [InlineData("1000000000000", "-4.612", false)]
    public void Given_a_factor_When_a_register_is_too_large_for_amounts_Then_that_is_known_before_it_is_folded(string factor, string value, bool holds)
    {
        var settings = new SourceRules(Number(factor));

        Assert.Equal(holds, settings.Holds(RegisterValue.From(Number(value))));
        if (holds)
        {
            // The farthest two readings: no exception.
            var farthest = Math.Abs(Number(value));
            Assert.True(Fold.Of([Fold.Reading(0, -farthest), Fold.Reading(10, farthest)], settings).Total >= 0m);
        }
    }

    [Fact]
    public void Given_growth_below_a_millionth_When_folded_many_times_Then_rounding_does_not_add_up()
    {
        var readings = Enumerable.Range(0, 10_001).Select(step => Fold.Reading(step, step * 0.0000004m));

        Assert.Equal(0.004m, Fold.Of(readings, SourceRules.Plain).Total);
    }
}

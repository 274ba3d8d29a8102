using EmulationPlatform.Sdk;
using static EmulationPlatform.Metering.Tests.Intervals.IntervalWords;

namespace EmulationPlatform.Metering.Tests.Intervals;

/// <summary>What registers do beside counting. Readings are 15 minutes apart.</summary>
public sealed class UnusualReadingsTests
{
    [Theory]
    // A rise out of all proportion that is taken back was wrong, seen at once or, without a rate to go by, one reading later.
    [InlineData("10 15 90 20 25", "5|5 Spike|5")]
    [InlineData("100 5000 101", "4900|0 Suspect")]
    [InlineData("100 5000 101 102 103", "1 Spike|1|1")]
    [InlineData("100 5000 100 100 101", "0 Spike|0|1")]
    // A young register that starts again looks much the same, but goes on as fast as before.
    [InlineData("1 30 2 25", "29|2 ResetAssumed|23")]
    [InlineData("5 9 2 7", "4|2 ResetAssumed|5")]
    // A daily counter: 0 through the night, the day's use, 0 again.
    [InlineData("0 0 40 0 3", "0|40|0 ResetAssumed|3")]
    // The fall fits the rate before, so its growth is shown for the time being; it is not covered.
    [InlineData("100 105 4", "5|4 Suspect, ResetAssumed")]
    [InlineData("100 105 4 8", "5|4 ResetAssumed|4")]
    [InlineData("100 105 4 106", "5|1 Dip")]
    // What the register shows is far beyond what it can have counted since: set or exchanged, by the rate before or after.
    [InlineData("9000 9001 700 701", "1|0 ResetAssumed, Unknown|1")]
    [InlineData("999999 54321 54323", "0 ResetAssumed, Unknown|2")]
    [InlineData("200 123 125", "123 ResetAssumed|2")]
    // A thousandth is flicker; the high-water mark stays, and growth begins when the register is back there.
    [InlineData("1000 1001 1000.4 1000.9 1003", "1|0 Jitter|0 Jitter|0 Jitter|2")]
    public void Given_no_known_limits_When_folded_Then_the_intervals_are(string readings, string intervals) =>
        Assert.Equal(Expected(intervals), Fold.Of(Readings(readings, 15), SourceRules.Plain).Intervals.Select(Words));

    [Theory]
    [InlineData("99900 99950 3 5", "50|53 Rollover|2")]
    [InlineData("99990 3 5", "13 Rollover|2")]
    // A wrong zero near the end of the register: by the rate before, or because the old line goes on.
    [InlineData("95000 95001 0 95002", "1|1 Dip")]
    [InlineData("99950 99951 0 99952 99953", "1|1 Dip|1")]
    [InlineData("50000 50001 3 5", "1|3 ResetAssumed|2")]
    public void Given_a_register_of_five_digits_When_it_falls_Then_it_has_gone_past_its_end_only_if_that_is_likely(string readings, string intervals) =>
        Assert.Equal(Expected(intervals), Fold.Of(Readings(readings, 15), new SourceRules(1m) { RegisterWidth = 100_000m }).Intervals.Select(Words));

    [Theory]
    [InlineData("100 101 5000", "1|0 Impossible")]
    [InlineData("100 101 5000 102 103", "1|1 Spike|1")]
    [InlineData("100 101 5000 5001 5002", "1|0 Impossible|1|1")]
    [InlineData("100 101 5000 9000 102", "1|1 Spike")]
    [InlineData("100 101 5000 40 41", "1|40 ResetAssumed|1")]
    [InlineData("100 101 40 5000 102", "1|1 Spike")]
    public void Given_a_greatest_rate_When_the_register_rises_faster_Then_that_is_not_counted(string readings, string intervals) =>
        Assert.Equal(Expected(intervals), Fold.Of(Readings(readings, 15), new SourceRules(1m) { MaxRatePerHour = 200m }).Intervals.Select(Words));

    [Theory]
    [InlineData("500 510 3", "10|0 Suspect")]
    [InlineData("500 510 3 7", "10|0 ResetAssumed, Unknown|4")]
    [InlineData("500 510 502 512", "10|0 Jitter|0 Jitter|2")]
    public void Given_a_device_that_does_not_start_at_zero_When_it_falls_Then_nothing_is_counted_for_it(string readings, string intervals) =>
        Assert.Equal(Expected(intervals), Fold.Of(Readings(readings, 15), new SourceRules(1m) { RestartsAtZero = false, Jitter = RegisterValue.From(9) }).Intervals.Select(Words));

    [Theory]
    // Back on the line that was left: what was counted on the wrong height is taken off, so that the whole is what the register counted.
    [InlineData("5010 5014 9000 9000.1 9000.2 5060 5065", "4|0 Spike|0.1|0.1|45.8 Spike|5")]
    [InlineData("5010 5014 9000 9000.1 5014 5020", "4|0 Spike|0.1|0 Spike|6")]
    // Not on that line: beyond what can have been used, or below it.
    [InlineData("5010 5014 9000 9000.1 8000 8001", "4|0 Impossible|0.1|0 ResetAssumed, Unknown|1")]
    [InlineData("5010 5014 9000 9000.1 9003 9004", "4|0 Impossible|0.1|2.9|1")]
    public void Given_a_rise_that_two_readings_agree_on_When_the_register_comes_back_Then_it_was_a_spike(string readings, string intervals) =>
        Assert.Equal(Expected(intervals), Fold.Of(Readings(readings, 15), new SourceRules(1m) { MaxRatePerHour = 100m }).Intervals.Select(Words));

    [Fact]
    public void Given_a_wide_register_and_a_large_factor_When_a_wrap_cannot_be_held_Then_it_is_none_and_nothing_overflows()
    {
        var rules = new SourceRules(3_000m) { RegisterWidth = 4_294_967_296m };

        Assert.Equal(["3000 Measured", "0 Suspect"], Fold.Of(Readings("100 101 50", 15), rules).Intervals.Select(Words));
    }
}

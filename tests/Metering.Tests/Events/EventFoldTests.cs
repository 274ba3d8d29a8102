using EmulationPlatform.Sdk;
using static EmulationPlatform.Metering.Tests.Intervals.IntervalWords;

namespace EmulationPlatform.Metering.Tests.Events;

/// <summary>What people say about a source. Readings are 10 minutes apart.</summary>
public sealed class EventFoldTests
{
    [Theory]
    [InlineData(25, "10|6 Replaced|7 Replaced|8")]
    [InlineData(11, "10|6 Replaced|7 Replaced|8")]
    // At the very moment of a reading: that is the new device's.
    [InlineData(20, "10|6 Replaced|7 Replaced|8")]
    public void Given_a_replacement_When_folded_Then_both_devices_count(int minute, string intervals)
    {
        var readings = Readings("90 100 19 27", 10).Select((reading, index) => index < 2 ? reading : reading with { At = Minute(index == 2 ? Math.Max(minute, 20) : 40) });

        Assert.Equal(Expected(intervals), Fold.Of(readings, With(Replacement(minute, 106, 12))).Intervals.Select(Words));
    }

    [Fact]
    public void Given_a_replacement_entered_too_late_by_one_reading_When_folded_Then_the_fall_before_it_is_passed_over() =>
        Assert.Equal(["10 Measured", "6 Dip, Replaced", "15 Replaced"], Of("90 100 19 27", Replacement(25, 106, 12)));

    [Fact]
    public void Given_two_replacements_at_one_moment_When_folded_Then_the_one_entered_later_holds() =>
        Assert.Equal(["10 Measured", "6 Replaced", "7 Replaced"], Of("90 100 19", Replacement(15, 999, 0), Replacement(15, 106, 12) with { No = 2 }));

    [Fact]
    public void Given_two_devices_within_one_interval_When_folded_Then_each_counts_its_own() =>
        Assert.Equal(["6 Replaced", "4 Replaced", "2 Replaced"], Of("100 7", Replacement(2, 106, 12), Replacement(5, 16, 5)));

    [Theory]
    [InlineData(SourceEventKind.ResetConfirmed, "1|40 ResetConfirmed|1")]
    [InlineData(SourceEventKind.Dismissed, "1|0 Dismissed|1")]
    [InlineData(SourceEventKind.Accepted, "1|0 Accepted|1")]
    [InlineData(SourceEventKind.Ignored, "1|0 Suspect")]
    public void Given_a_word_about_a_fall_When_folded_Then_it_holds(SourceEventKind kind, string intervals) =>
        Assert.Equal(Expected(intervals), Of("9000 9001 40 41", new SourceEvent(1, kind, Minute(20))));

    [Theory]
    [InlineData(SourceEventKind.Accepted, "1|4899 Accepted|1")]
    [InlineData(SourceEventKind.Dismissed, "1|0 Dismissed|1")]
    public void Given_a_word_about_an_impossible_rise_When_folded_Then_it_holds(SourceEventKind kind, string intervals)
    {
        var rules = With(new SourceEvent(1, kind, Minute(20))) with { MaxRatePerHour = 100m };

        Assert.Equal(Expected(intervals), Fold.Of(Readings("100 101 5000 5001", 10), rules).Intervals.Select(Words));
    }

    [Fact]
    public void Given_two_words_about_one_interval_When_folded_Then_the_last_word_holds() =>
        Assert.Equal(
            ["1 Measured", "40 ResetConfirmed"],
            Of("9000 9001 40", new SourceEvent(1, SourceEventKind.Dismissed, Minute(12)), new SourceEvent(2, SourceEventKind.ResetConfirmed, Minute(11))));

    [Fact]
    public void Given_an_accepted_gap_that_ends_with_a_replacement_When_folded_Then_both_hold()
    {
        const int Days = 24 * 60;
        var readings = new[] { Fold.Reading(0, 1_000m), Fold.Reading(42 * Days, 20m) };
        var events = new[] { new SourceEvent(1, SourceEventKind.Accepted, Minute(20 * Days)), Replacement(40 * Days, 1_200, 15) };

        Assert.Equal(
            ["200 Estimated, Replaced, Accepted", "5 Estimated, Replaced"],
            Fold.Of(readings, With(events)).Intervals.Select(Words));
    }

    [Fact]
    public void Given_a_wrong_reading_When_ignored_or_corrected_Then_the_line_goes_on()
    {
        Assert.Equal(["20 Measured"], Of("100 1110 120", new SourceEvent(1, SourceEventKind.Ignored, Minute(10))));
        Assert.Equal(["10 Measured", "10 Measured"], Of("100 1110 120", new SourceEvent(1, SourceEventKind.Corrected, Minute(10)) { Value = RegisterValue.From(110) }));
    }

    [Fact]
    public void Given_an_outage_When_folded_Then_readings_strictly_within_it_are_not_believed_and_its_time_is_not_covered()
    {
        var intervals = Fold.Of(Readings("100 101 700 3 150 151", 10), With(new SourceEvent(1, SourceEventKind.Outage, Minute(10)) { Until = Minute(40) })).Intervals;

        Assert.Equal([("1 Measured", true), ("0 Outage", false), ("1 Measured", true)], intervals.Select(interval => (Words(interval), interval.IsCovered)));
    }

    [Fact]
    public void Given_another_factor_within_an_interval_When_folded_Then_each_part_has_its_own() =>
        Assert.Equal(["10 Measured", "402.5 Measured", "800 Measured"], Of("100 110 120 130", new SourceEvent(1, SourceEventKind.Factor, Minute(15)) { Factor = 79.5m }, new SourceEvent(2, SourceEventKind.Factor, Minute(20)) { Factor = 80m }));

    [Fact]
    public void Given_a_factor_entered_afterwards_When_folded_again_Then_a_rise_that_was_taken_back_later_is_no_longer_there()
    {
        // The fall at minute 30 takes back the rise of minutes 10 to 20, which the new factor changes.
        var ledger = new Laws.LedgerModel(SourceRules.Plain);
        ledger.Offer(Readings("99 100 150 101 102 103 104", 10));

        ledger.Enter(new EventTimeline([new SourceEvent(1, SourceEventKind.Factor, Minute(15)) { Factor = 2m }, new SourceEvent(2, SourceEventKind.Factor, Minute(16))]));

        Assert.True(ledger.Book.IsSound);
        Assert.Equal(["1 Measured", "1.05 Spike", "1 Measured", "1 Measured", "1 Measured"], ledger.Book.Intervals.Select(Words));
    }

    private static Instant Minute(int minute) => Fold.Start.Plus(TimeSpan.FromMinutes(minute));

    private static SourceEvent Replacement(int minute, decimal oldFinal, decimal newInitial) =>
        new(1, SourceEventKind.Replacement, Minute(minute)) { OldFinal = RegisterValue.From(oldFinal), NewInitial = RegisterValue.From(newInitial) };

    private static SourceRules With(params SourceEvent[] events) => SourceRules.Plain with { Events = new EventTimeline(events) };

    private static IEnumerable<string> Of(string readings, params SourceEvent[] events) => Fold.Of(Readings(readings, 10), With(events)).Intervals.Select(Words);
}

using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Watching.Tests.Support;

namespace EmulationPlatform.Watching.Tests;

public sealed class HourUsedTests
{
    [Theory]
    [InlineData(3_600_000, 0, 0, true, false)]
    [InlineData(3_599_999, 0, 1, false, false)]
    [InlineData(3_600_000, 1, 0, true, true)]
    [InlineData(0, 0, 3_600_000, false, false)]
    public void Given_a_cell_of_the_ledger_When_it_is_told_Then_only_a_whole_hour_is_covered(
        int coveredMilliseconds, int estimatedMilliseconds, int suspectMilliseconds, bool covered, bool estimated)
    {
        var hour = Story.HourAt(Story.Monday, 8);

        var used = HourUsed.Of(hour, new HourCell(new Amount(7), coveredMilliseconds, estimatedMilliseconds, suspectMilliseconds));

        Assert.Equal(new HourUsed(hour, new Amount(7), covered, estimated), used);
    }

    [Fact]
    public void Given_an_hour_that_has_not_begun_When_it_is_told_Then_it_moves_no_day()
    {
        using var story = new Story(Story.Only(WatchKind.NightFlow), "m3").Begin();
        var leak = Enumerable.Range(0, 3 * 24).Select(no => new HourUsed(new Hour(Story.HourAt(Story.Monday, 0).Index + no), new Amount(5_000), Covered: true)).ToList();

        story.TellNow(leak[0] with { Hour = Story.HourAt(Story.Monday.AddYears(10), 0) }).Use(leak);

        Assert.Single(story.Told);
    }
}

using EmulationPlatform.Sdk;
using EmulationPlatform.Watching.Tests.Support;

namespace EmulationPlatform.Watching.Tests;

public sealed class SilentTests : IDisposable
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly Story story = new(Story.Only(WatchKind.Silent));

    /// <summary>Usual interval; longest silence that is not told.</summary>
    public static TheoryData<string, string> Limits => new()
    {
        { "00:00:01", "00:10:00" },
        { "00:01:00", "00:10:00" },
        { "00:15:00", "00:45:00" },
        { "06:00:00", "18:00:00" },
        { "1.00:00:00", "2.00:00:00" },
        { "7.00:00:00", "10.12:00:00" },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Given_a_usual_interval_When_no_reading_comes_Then_it_is_told_after_its_limit_and_not_before(string usual, string limit)
    {
        var interval = TimeSpan.Parse(usual, System.Globalization.CultureInfo.InvariantCulture);
        story.Begin().HearEvery(interval, 320);
        var last = story.Now;

        story.Wait(TimeSpan.Parse(limit, System.Globalization.CultureInfo.InvariantCulture) - TimeSpan.FromMilliseconds(1));
        Assert.Empty(story.Told);
        story.Wait(Second);

        var raised = Assert.IsType<WatchSignal.Raised>(Assert.Single(story.Told));
        Assert.Equal(last, raised.Since);
        Assert.Equal(limit, Assert.IsType<WatchFigures.Silent>(raised.Figures).Silence.ToString());
    }

    [Fact]
    public void Given_silence_was_told_When_it_lasts_Then_it_is_told_once_and_the_next_reading_clears_it()
    {
        story.Begin().HearEvery(Quarter, 10);
        var last = story.Now;

        story.Wait(TimeSpan.FromDays(3)).Hear();

        Assert.Collection(
            story.Told,
            raised => Assert.Equal(new WatchFigures.Silent(Quarter, last, TimeSpan.FromMinutes(45)), Assert.IsType<WatchSignal.Raised>(raised).Figures),
            cleared => Assert.Equal(
                new WatchSignal.Cleared(last, story.Now, new WatchFigures.Silent(Quarter, last, TimeSpan.FromDays(3))),
                cleared));
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    public void Given_few_readings_When_silence_comes_Then_it_is_told_from_five_intervals_on(int readings, int told)
    {
        story.Begin().HearEvery(Quarter, readings).Wait(TimeSpan.FromDays(30));

        Assert.Equal(told, story.Told.Count);
    }

    [Fact]
    public void Given_a_device_that_sends_bundles_When_the_pause_between_them_passes_Then_nothing_is_told()
    {
        story.Begin();

        for (var bundle = 0; bundle < 12; bundle++)
        {
            story.Wait(TimeSpan.FromHours(6)).HearEvery(Second, 24);
        }

        Assert.Empty(story.Told);
    }

    [Fact]
    public void Given_an_irregular_device_When_its_pauses_stay_below_three_times_the_median_Then_nothing_is_told()
    {
        story.Begin();

        for (var round = 0; round < 30; round++)
        {
            story.Wait(Quarter * (1 + (round % 3))).Hear();
        }

        Assert.Empty(story.Told);
    }

    [Fact]
    public void Given_the_usual_interval_became_shorter_When_silence_comes_Then_it_is_told_by_the_new_one()
    {
        story.Begin().HearEvery(TimeSpan.FromHours(10), 8).HearEvery(Quarter, 25);

        story.Wait(TimeSpan.FromMinutes(46));

        Assert.Single(story.Told);
    }

    [Fact]
    public void Given_the_host_was_down_When_it_starts_Then_its_own_silence_does_not_count()
    {
        var last = story.Now;
        story.Wait(TimeSpan.FromHours(10)).Begin(Seed(last, listenedUntil: last.Plus(Quarter)));

        story.Wait(TimeSpan.FromMinutes(30) - Second);
        Assert.Empty(story.Told);
        story.Wait(Second);

        Assert.Equal(last, Assert.Single(story.Told).Since);
    }

    [Fact]
    public void Given_the_limit_passed_before_the_host_stopped_When_it_starts_Then_what_was_kept_may_arrive_first()
    {
        var last = story.Now;
        story.Wait(TimeSpan.FromHours(10)).Begin(Seed(last, listenedUntil: last.Plus(TimeSpan.FromHours(9))));

        story.Wait(TimeSpan.FromMinutes(9));
        Assert.Empty(story.Told);
        story.Hear().Wait(TimeSpan.FromMinutes(40));

        Assert.Empty(story.Told);
    }

    [Fact]
    public void Given_silence_told_before_a_restart_When_it_goes_on_Then_it_is_not_told_again_and_a_reading_clears_it()
    {
        var last = story.Now;
        story.Wait(TimeSpan.FromHours(10)).Begin(Seed(last, last) with { Raised = Raised(last) });

        story.Wait(TimeSpan.FromDays(1));
        Assert.Empty(story.Told);
        story.Hear();

        Assert.Equal(last, Assert.IsType<WatchSignal.Cleared>(Assert.Single(story.Told)).Since);
    }

    [Fact]
    public void Given_silence_told_before_a_restart_When_a_reading_was_stored_after_it_Then_it_is_cleared_at_once()
    {
        var since = story.Now;
        var last = since.Plus(TimeSpan.FromHours(9));
        story.Wait(TimeSpan.FromHours(10)).Begin(Seed(last, last) with { Raised = Raised(since) });

        Assert.Equal(since, Assert.IsType<WatchSignal.Cleared>(Assert.Single(story.Told)).Since);
    }

    [Fact]
    public void Given_stored_readings_When_a_seed_is_made_Then_bundles_count_once_and_the_last_twenty_intervals_stay()
    {
        var readings = Enumerable.Range(0, 60).Select(no => story.Now.Plus((Quarter * (no / 2)) + (Second * (no % 2)))).Select(at => new Heard(at, at));

        var seed = SilenceSeed.Of(readings, listenedUntil: null);

        Assert.Equal(Enumerable.Repeat(Quarter, 20), seed.Intervals);
        Assert.Equal(story.Now.Plus((Quarter * 29) + Second), seed.Last!.Value.ReceivedAt);
    }

    [Fact]
    public void Given_a_source_that_is_forgotten_When_time_passes_Then_nothing_is_told()
    {
        story.Begin().HearEvery(Quarter, 10).Forget().Wait(TimeSpan.FromDays(1)).Hear();

        Assert.Empty(story.Told);
    }

    public void Dispose() => story.Dispose();

    private static WatchSeed Seed(Instant last, Instant listenedUntil) => new()
    {
        Silence = new SilenceSeed([.. Enumerable.Repeat(Quarter, 20)], new Heard(last, last), listenedUntil),
    };

    private static Dictionary<WatchKind, Instant> Raised(Instant since) => new() { [WatchKind.Silent] = since };
}

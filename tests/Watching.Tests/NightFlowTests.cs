using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Watching.Tests.Support;

namespace EmulationPlatform.Watching.Tests;

public sealed class NightFlowTests : IDisposable
{
    private const decimal Litre = 0.001m;
    private readonly Story story = new(Story.Only(WatchKind.NightFlow), "m3");

    /// <summary>
    /// Nights of five hours each, in litres (1 to 9), ? not covered, e an even share of a long interval, - never told; and after which
    /// night something is told. By day 40 L are used in each hour from 05:00 to 24:00, so the mean hour is a little more than 30 L.
    /// </summary>
    public static TheoryData<string, string, string> Stories => new()
    {
        { "three nights make a leak", "55555 55555 55555", "raised 3" },
        { "two do not", "55555 55555 00000", "" },
        { "once is enough", "55555 55555 55555 55555 55555", "raised 3" },
        { "a stop clears", "55555 55555 55555 55055 55555", "raised 3 cleared 4" },
        { "told again after a clear", "55555 55555 55555 50555 55555 55555 55555", "raised 3 cleared 4 raised 7" },
        { "an hour at the threshold is a stop", "55555 55555 55155 55555", "" },
        { "a tenth of the mean hour is a stop", "55555 22222 22222 22222", "" },
        { "a stop begins the count anew", "55555 55555 55055 55555 55555 55555", "raised 6" },
        { "one hour not covered", "55555 5?555 55555", "raised 3" },
        { "two hours not covered neither count nor stop", "55555 5??55 55555 55555", "raised 4" },
        { "a stop in a night hardly known is a stop", "55555 ???0? 55555 55555", "" },
        { "unknown nights clear nothing", "55555 55555 55555 ????? -----", "raised 3" },
        { "even shares prove nothing", "eeeee eeeee eeeee eeeee", "" },
        { "even shares stop nothing", "55555 55555 55555 eeeee", "raised 3" },
        { "hours never told", "55555 ----- 55555 55555", "raised 4" },
        { "too far apart", "55555 55555 ----- ----- ----- ----- ----- ----- ----- 55555", "" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void Given_nights_When_they_are_over_Then_what_is_told_is_as_the_table_says(string why, string nights, string expected)
    {
        story.Begin();
        var told = new List<string>();
        foreach (var (night, no) in nights.Split(' ').Select((night, no) => (night, no)))
        {
            var before = story.Told.Count;
            story.Use(Day(Story.Monday.AddDays(no), night));
            told.AddRange(story.Told.Skip(before).Select(signal => $"{(signal is WatchSignal.Raised ? "raised" : "cleared")} {no + 1}"));
        }

        Assert.True(expected == string.Join(' ', told), $"{why}: {string.Join(' ', told)}");
    }

    [Fact]
    public void Given_a_leak_When_it_is_told_Then_it_is_at_the_end_of_the_night_with_its_figures()
    {
        story.Begin().Use(Nights("66666", "55555", "77777"));

        var raised = Assert.IsType<WatchSignal.Raised>(Assert.Single(story.Told));
        Assert.Equal(Story.At(Story.Monday, 0), raised.Since);
        Assert.Equal(Story.At(Story.Monday.AddDays(2), 5), raised.At);
        Assert.Equal(
            (Amount.From(5 * Litre), 3),
            raised.Figures is WatchFigures.NightFlow flow ? (flow.MinimumPerHour, flow.Nights) : default);
    }

    [Fact]
    public void Given_a_leak_was_told_When_a_late_hour_shows_a_stop_Then_it_is_cleared()
    {
        story.Begin().Use(Nights("55555", "5?555", "55555"));

        story.Use(Hour(Story.Monday.AddDays(1), 1, '0'));

        Assert.Equal([typeof(WatchSignal.Raised), typeof(WatchSignal.Cleared)], story.Told.Select(signal => signal.GetType()));
    }

    [Fact]
    public void Given_nights_not_covered_When_late_hours_fill_them_Then_the_leak_is_told()
    {
        story.Begin().Use(Nights("55555", "?????", "55555"));
        Assert.Empty(story.Told);

        story.Use(Day(Story.Monday.AddDays(1), "55555"));

        Assert.Equal(Story.At(Story.Monday, 0), Assert.Single(story.Told).Since);
    }

    [Fact]
    public void Given_an_hour_more_than_a_week_late_When_it_comes_Then_it_is_left_to_the_next_start()
    {
        story.Begin().Use(Nights("55055", "55555", "55555", "?????", "?????", "?????", "?????", "?????", "?????"));

        story.Use(Hour(Story.Monday, 2, '5'));

        Assert.Empty(story.Told);
    }

    [Fact]
    public void Given_two_nights_before_a_restart_When_the_third_follows_Then_the_leak_is_told()
    {
        story.Wait(TimeSpan.FromDays(2)).Begin(new WatchSeed { Hours = Nights("55555", "55555") });
        Assert.Empty(story.Told);

        story.Use(Day(Story.Monday.AddDays(2), "55555"));

        Assert.Equal(Story.At(Story.Monday, 0), Assert.Single(story.Told).Since);
    }

    [Fact]
    public void Given_a_leak_told_before_a_restart_When_the_night_has_a_stop_Then_its_clear_names_its_since()
    {
        var since = Story.At(Story.Monday.AddDays(-50), 0);
        story.Wait(TimeSpan.FromDays(3)).Begin(new WatchSeed { Hours = Nights("55555", "55555", "?????"), Raised = Raised(since) });
        Assert.Empty(story.Told);

        story.Use(Day(Story.Monday.AddDays(3), "50555"));

        Assert.Equal(since, Assert.IsType<WatchSignal.Cleared>(Assert.Single(story.Told)).Since);
    }

    [Fact]
    public void Given_the_stored_hours_show_a_stop_When_a_told_leak_is_watched_anew_Then_it_is_cleared_at_once()
    {
        story.Wait(TimeSpan.FromDays(2)).Begin(new WatchSeed { Hours = Nights("55555", "00000"), Raised = Raised(Story.At(Story.Monday, 0)) });

        Assert.IsType<WatchSignal.Cleared>(Assert.Single(story.Told));
    }

    [Fact]
    public void Given_a_meter_of_another_measure_When_it_runs_at_night_Then_nothing_is_told()
    {
        using var electricity = new Story(Story.Only(WatchKind.NightFlow));

        electricity.Begin().Use(Nights("55555", "55555", "55555", "55555"));

        Assert.Empty(electricity.Told);
    }

    public void Dispose() => story.Dispose();

    private static Dictionary<WatchKind, Instant> Raised(Instant since) => new() { [WatchKind.NightFlow] = since };

    private static IEnumerable<HourUsed> Nights(params string[] nights) => nights.SelectMany((night, no) => Day(Story.Monday.AddDays(no), night));

    private static IEnumerable<HourUsed> Day(DateOnly day, string night)
    {
        for (var hour = 0; hour < night.Length; hour++)
        {
            if (night[hour] != '-')
            {
                yield return Hour(day, hour, night[hour]);
            }
        }

        for (var hour = night.Length; hour < 24 && night[0] != '-'; hour++)
        {
            yield return new HourUsed(Story.HourAt(day, hour), Amount.From(40 * Litre), Covered: true);
        }
    }

    private static HourUsed Hour(DateOnly day, int hour, char letter) => letter switch
    {
        '?' => new(Story.HourAt(day, hour), Amount.Zero, Covered: false),
        'e' => new(Story.HourAt(day, hour), Amount.From(30 * Litre), Covered: true, Estimated: true),
        _ => new(Story.HourAt(day, hour), Amount.From((letter - '0') * Litre), Covered: true),
    };
}

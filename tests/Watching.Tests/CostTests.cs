using EmulationPlatform.Sdk;
using EmulationPlatform.Watching.Tests.Support;

namespace EmulationPlatform.Watching.Tests;

/// <summary>Thousands of sources are watched cheaply. Alone, because memory is counted for the whole process.</summary>
[Collection(nameof(CostTests))]
[CollectionDefinition(nameof(CostTests), DisableParallelization = true)]
public sealed class CostTests
{
    private static readonly WatchSettings Settings = new();

    private static readonly HourUsed[] History =
    [
        .. Enumerable.Range(0, WatchSeed.HistoryDays * 24)
            .Select(no => new HourUsed(new(Story.HourAt(Story.Monday, 0).Index + no), new Amount(no), Covered: true)),
    ];

    [Fact]
    public void Given_a_thousand_readings_When_they_come_in_time_Then_a_timer_is_started_for_every_few_of_them_only()
    {
        var scheduler = new CountingScheduler(Story.At(Story.Monday, 0).ToDateTimeOffset());
        using var desk = new WatchDesk(AgencyCalendar.Vietnam, scheduler);
        desk.Watch(new WatchedSource("a", "kWh", new WatchSettings(), WatchSeed.Nothing));

        for (var reading = 0; reading < 1_000; reading++)
        {
            scheduler.AdvanceBy(TimeSpan.FromMinutes(1));
            desk.Tell("a", new Heard(Instant.From(scheduler.Now), Instant.From(scheduler.Now)));
        }

        Assert.InRange(scheduler.Started, 1, 1_000 / 9);
    }

    [Fact]
    public void Given_sources_with_a_full_history_When_they_are_watched_Then_each_takes_little_memory()
    {
        const int sources = 300;
        using var story = new Story(new WatchSettings());
        using var desk = new WatchDesk(AgencyCalendar.Vietnam, story.Wait(TimeSpan.FromDays(WatchSeed.HistoryDays)).Scheduler);
        Watch(desk, 0);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var source = 1; source <= sources; source++)
        {
            Watch(desk, source);
        }

        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / sources;
        Assert.True(bytes < 16_000, $"{bytes} bytes for each source.");
        Assert.Empty(story.Told);
    }

    private static void Watch(WatchDesk desk, int source)
    {
        var end = History[^1].Hour.End;
        var rhythm = new SilenceSeed([.. Enumerable.Repeat(TimeSpan.FromHours(1), 20)], new Heard(end, end), ListenedUntil: null);
        desk.Watch(new WatchedSource($"m-{source}", "m3", Settings, new WatchSeed { Hours = History, Silence = rhythm }));
    }
}

using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Tests.Support;

namespace EmulationPlatform.Units.Tests.Watching;

public sealed class ManySourcesTests
{
    private const int Sources = 1_000;

    [Fact]
    public async Task Given_a_thousand_sources_When_the_agency_starts_Then_it_does_not_wait_for_their_watches_and_no_reading_is_missed()
    {
        await using var test = await WatchedAgency.StartAsync();
        var meters = Enumerable.Range(0, Sources).Select(no => WatchedAgency.Electricity($"m/{no}")).ToArray();
        for (var time = 0; time < 8; time++)
        {
            await test.ShowAsync(100 + time, meters);
            test.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        await test.CloseAsync();
        await test.OpenAsync();
        var watchedAtStart = test.Agency.Watches.Count;
        await test.ShowAsync(200, meters[^1]);
        var sentAt = test.Clock.Now;
        await Eventually.TrueAsync(() => test.Agency.Watches.Count == Sources, "all sources are watched");
        await test.WaitAsync(TimeSpan.FromHours(2));

        var alerts = await test.AlertsAsync();
        Assert.True(watchedAtStart < Sources, $"{watchedAtStart} sources were read before the start was over.");
        Assert.Equal(Sources, alerts.Count);
        Assert.Equal(sentAt, alerts.Single(alert => alert.Source == meters[^1].Id).Since);
        Assert.Equal(Sources, test.Stored().Count);
    }
}

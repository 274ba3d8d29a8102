using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Watching;

namespace EmulationPlatform.Units.Tests.Watching;

public sealed class WatchedUseTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly SourceDescriptor Tap = WatchedAgency.Water("tap");
    private static readonly SourceDescriptor Meter = WatchedAgency.Electricity("m/1");
    private decimal register = 100;

    [Fact]
    public async Task Given_water_that_never_stops_When_the_third_night_ends_Then_a_leak_is_told_once_and_stays_acknowledged()
    {
        await using var test = await WatchedAgency.StartAsync();
        await test.ShowAsync(register, Tap);
        await test.AssignAsync(Tap);

        await RunAsync(test, Some.Local(8, 6, 4), 0.05m);
        Assert.Empty(await test.AlertsAsync());
        await RunAsync(test, Some.Local(8, 6, 6), 0.05m);

        var leak = Assert.Single(await test.AlertsAsync());
        Assert.Equal((AlertKind.NightFlow, Some.Local(8, 4), 0.05m, "m3", WatchedAgency.Unit), (leak.Kind, leak.Since, leak.Figure, leak.Measure, leak.Unit));
        Assert.True(await test.Agency.Facilities.AcknowledgeAsync(Tap.Id, AlertKind.NightFlow, "plumber called", "an", default).InTimeAsync());
        var stored = Assert.Single(test.Stored());
        await test.RestartAsync();
        await RunAsync(test, Some.Local(8, 8, 6), 0.05m);
        Assert.Equal(("an", leak.Since), (Assert.Single(await test.AlertsAsync()).AcknowledgedBy, leak.Since));
        Assert.Equal(stored, Assert.Single(test.Stored()));

        await RunAsync(test, Some.Local(8, 9, 2), 0m);
        Assert.Empty(await test.AlertsAsync());
    }

    [Fact]
    public async Task Given_a_leak_at_a_meter_of_nobody_When_a_unit_gets_it_Then_it_is_told_from_what_is_stored()
    {
        await using var test = await WatchedAgency.StartAsync();
        await test.ShowAsync(register, Tap);
        await RunAsync(test, Some.Local(8, 6, 6), 0.05m);
        Assert.Empty(await test.AlertsAsync());

        await test.AssignAsync(Tap);
        Assert.Equal(AlertKind.NightFlow, Assert.Single(await test.AlertsAsync()).Kind);

        await test.AssignAsync(Tap, unit: "");
        Assert.Empty(await test.AlertsAsync());
        Assert.Empty(test.Stored());
    }

    [Fact]
    public async Task Given_a_meter_whose_clock_is_ahead_When_the_hour_turns_Then_the_hour_it_ended_too_early_is_told()
    {
        await using var test = await WatchedAgency.StartAsync();
        await test.ShowAsync(register, Tap);
        await test.AssignAsync(Tap);
        test.Clock.Advance(TimeSpan.FromMinutes(-1) + Hour);
        for (var hour = 0; test.Clock.Now < Some.Local(8, 6, 4, 59); hour++)
        {
            await test.ShowAheadAsync(TimeSpan.FromMinutes(1), register += 0.05m, Tap);
            await test.WaitAsync(Hour);
        }

        // The night's last hour is stored while it goes on by the host's clock, and nothing of the tap comes afterwards.
        await test.ShowAheadAsync(TimeSpan.FromMinutes(1), register += 0.05m, Tap);
        await test.SettleAsync();
        Assert.Empty(await test.AlertsAsync());

        await test.WaitAsync(TimeSpan.FromMinutes(1.5));
        Assert.Equal(AlertKind.NightFlow, Assert.Single(await test.AlertsAsync()).Kind);
    }

    [Fact]
    public async Task Given_a_rise_that_cannot_be_When_a_person_says_what_it_was_Then_it_is_settled()
    {
        await using var test = await WatchedAgency.StartAsync();
        await test.ShowAsync(register, Meter);
        await test.AssignAsync(Meter, most: 100);
        foreach (var value in (decimal[])[101, 102, 103, 9_000, 9_001])
        {
            await test.WaitAsync(TimeSpan.FromMinutes(15));
            await test.ShowAsync(value, Meter);
        }

        var alert = Assert.Single(await test.AlertsAsync());
        Assert.Equal((AlertKind.ImpossibleRate, 8_897m, 25m, "kWh"), (alert.Kind, alert.Figure, alert.Usual, alert.Measure));

        var settled = await test.Agency.Facilities.EnterAsync(
            Meter.Id, new EventEntry(SourceEventKind.Dismissed, test.Clock.Now.Plus(-TimeSpan.FromMinutes(15)), "board changed"), "an", default).InTimeAsync();

        Assert.True(settled!.IsDone);
        Assert.Empty(await test.AlertsAsync());
        var undone = await test.Agency.Facilities.UndoAsync(settled.No, "not true", "an", default).InTimeAsync();
        Assert.True(undone!.IsDone);
        Assert.Equal(AlertKind.ImpossibleRate, Assert.Single(await test.AlertsAsync()).Kind);
    }

    [Fact]
    public async Task Given_settings_out_of_range_When_started_Then_the_start_says_which()
    {
        await using var test = new WatchedAgency { Settings = new WatchSettings { Silence = new SilenceSettings { Intervals = 0.5 } } };

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(test.OpenAsync);

        Assert.Contains("Silence: The field Intervals", refused.Message, StringComparison.Ordinal);
    }

    private async Task RunAsync(WatchedAgency test, Instant until, decimal perHour)
    {
        while (test.Clock.Now < until)
        {
            await test.WaitAsync(Hour);
            await test.ShowAsync(register += perHour, Tap);
        }

        await test.SettleAsync();
    }
}

using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Tests.Support;

namespace EmulationPlatform.Units.Tests.Watching;

public sealed class SilentMeterTests
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Given_a_meter_that_sends_every_quarter_of_an_hour_When_it_stops_Then_it_is_told_after_three_quarters_and_cleared_by_its_next_reading()
    {
        await using var test = await WatchedAgency.StartAsync();
        await SendEveryQuarterAsync(test, 8);
        var last = test.Clock.Now;

        await test.WaitAsync(Quarter * 3 - Minute);
        Assert.Empty(await test.AlertsAsync());
        await test.WaitAsync(Minute);

        var alert = Assert.Single(await test.AlertsAsync());
        Assert.Equal((AlertKind.Silent, last, 45m, 15m, "min"), (alert.Kind, alert.Since, alert.Figure, alert.Usual, alert.Measure));
        await test.WaitAsync(Minute * 10);
        Assert.Equal(55m, Assert.Single(await test.AlertsAsync()).Figure);

        await test.ShowAsync(200, Meter);
        Assert.Empty(await test.AlertsAsync());
    }

    [Fact]
    public async Task Given_a_silent_meter_that_was_acknowledged_When_the_host_starts_again_Then_it_is_neither_forgotten_nor_told_again()
    {
        await using var test = await WatchedAgency.StartAsync();
        await SendEveryQuarterAsync(test, 8);
        await test.WaitAsync(Quarter * 4);
        var raised = Assert.Single(await test.AlertsAsync());
        Assert.True(await test.Agency.Facilities.AcknowledgeAsync(Meter.Id, AlertKind.Silent, "battery ordered", "an", default).InTimeAsync());
        var stored = Assert.Single(test.Stored());

        await test.RestartAsync();
        var shownAtOnce = Assert.Single(await test.Agency.Facilities.AlertsAsync(default));
        await test.WaitAsync(TimeSpan.FromDays(1));
        await test.RestartAsync();

        var alert = Assert.Single(await test.AlertsAsync());
        Assert.Equal(("an", "battery ordered", raised.Since), (shownAtOnce.AcknowledgedBy, shownAtOnce.Reason, shownAtOnce.Since));
        Assert.Equal(("an", "battery ordered", raised.Since), (alert.AcknowledgedBy, alert.Reason, alert.Since));
        Assert.Equal(stored, Assert.Single(test.Stored()));
        var audited = Assert.Single(Audited(test));
        Assert.Equal(("an", "battery ordered", "source/" + Meter.Id + "/alert/Silent"), (audited.Author, audited.Reason, audited.Subject));
    }

    [Fact]
    public async Task Given_a_meter_that_came_back_When_somebody_acknowledges_late_Then_there_is_nothing_to_acknowledge()
    {
        await using var test = await WatchedAgency.StartAsync();
        await SendEveryQuarterAsync(test, 8);
        await test.WaitAsync(Quarter * 4);
        await test.ShowAsync(200, Meter);
        await test.SettleAsync();

        Assert.False(await test.Agency.Facilities.AcknowledgeAsync(Meter.Id, AlertKind.Silent, "late", "an", default).InTimeAsync());
        Assert.Empty(Audited(test));
    }

    [Fact]
    public async Task Given_a_host_that_was_off_for_a_week_When_it_starts_Then_its_own_absence_is_nobodys_silence()
    {
        await using var test = await WatchedAgency.StartAsync();
        await SendEveryQuarterAsync(test, 8);
        await test.CloseAsync();
        test.Clock.Advance(TimeSpan.FromDays(7));
        await test.OpenAsync();
        await test.SettleAsync();

        await test.WaitAsync(Quarter * 3 - Minute);
        Assert.Empty(await test.AlertsAsync());
        await test.WaitAsync(Minute);

        Assert.Equal(AlertKind.Silent, Assert.Single(await test.AlertsAsync()).Kind);
    }

    private static Sdk.SourceDescriptor Meter => WatchedAgency.Electricity("m/1");

    private static async Task SendEveryQuarterAsync(WatchedAgency test, int times)
    {
        for (var time = 0; time < times; time++)
        {
            await test.WaitAsync(Quarter);
            await test.ShowAsync(100 + time, Meter);
        }

        await test.SettleAsync();
    }

    private static IReadOnlyList<AuditEntry> Audited(WatchedAgency test) =>
        [.. test.Database.Read(connection => AuditTable.Page(connection, null, 100, null, null)).Select(row => row.Entry).Where(entry => entry.Act == "alert.acknowledged")];
}

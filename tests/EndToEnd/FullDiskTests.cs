using System.Net;
using EmulationPlatform.EndToEnd.Support;

namespace EmulationPlatform.EndToEnd;

/// <summary>A host whose disk is full refuses, says so, loses nothing and goes on by itself.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly HostSetup setup = HostSetup.New("serve");

    public void Dispose() => Directory.Delete(setup.DataFolder, recursive: true);

    [SkippableFact]
    public async Task Given_a_full_disk_When_meters_publish_Then_nothing_is_acknowledged_that_is_not_stored_and_all_goes_on_when_there_is_room()
    {
        await using var disk = await SmallDisk.MountAsync(setup.DataFolder, 8);
        var login = new MqttLogin("meters", await Command.AddDeviceUserAsync(setup.DataFolder, "meters", "tele/#"));
        using var api = new Api(setup, await Command.CreateKeyAsync(setup.DataFolder, "Admin"));
        await using var host = await HostProcess.StartAsync(setup);
        var meter = new SteadyMeter("dia-day", Meter.HoursAgo(72));
        await meter.PublishAsync(setup.MqttPort, login, 50);

        disk.Fill();
        await meter.PublishAsync(setup.MqttPort, login, int.MaxValue);
        await Eventually.TrueAsync(async () => await api.StatusAsync(HttpMethod.Get, "/health/ready") == HttpStatusCode.ServiceUnavailable, "health says that it cannot write");
        Assert.Equal(HttpStatusCode.OK, await api.StatusAsync(HttpMethod.Get, "/health/live"));
        var whileFull = meter.Acknowledged;
        await meter.PublishAsync(setup.MqttPort, login, int.MaxValue);
        Assert.Equal(whileFull, meter.Acknowledged);

        disk.MakeRoom();
        await Eventually.TrueAsync(async () => await api.StatusAsync(HttpMethod.Get, "/health/ready") == HttpStatusCode.OK, "it writes again by itself");
        await Eventually.TrueAsync(
            async () =>
            {
                await meter.PublishAsync(setup.MqttPort, login, whileFull + 50);
                return meter.Acknowledged == whileFull + 50;
            },
            "what was not acknowledged is taken now");
        await meter.AssertStoredAsync(api);
        Assert.Equal(0, await host.StopAsync());
    }
}

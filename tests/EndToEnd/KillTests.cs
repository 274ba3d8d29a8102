using EmulationPlatform.EndToEnd.Support;

namespace EmulationPlatform.EndToEnd;

/// <summary>What was acknowledged survives the death of the host.</summary>
public sealed class KillTests : IAsyncLifetime
{
    private const int Kills = 3;
    private const int Meters = 4;

    private readonly HostSetup setup = HostSetup.New("serve");

    private HostProcess? host;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await DisposeHostAsync();
        Directory.Delete(setup.DataFolder, recursive: true);
    }

    [Fact]
    public async Task Given_meters_that_publish_When_the_host_is_killed_again_and_again_Then_every_acknowledged_reading_is_there_once()
    {
        var login = new MqttLogin("meters", await Command.AddDeviceUserAsync(setup.DataFolder, "meters", "tele/#"));
        using var api = new Api(setup, await Command.CreateKeyAsync(setup.DataFolder, "Admin"));
        var meters = Enumerable.Range(1, Meters).Select(number => new SteadyMeter($"to-{number}", Meter.HoursAgo(72))).ToList();
        await StartAsync();
        await FoundAsync(api, meters, login);

        for (var round = 1; round <= Kills; round++)
        {
            var publishing = meters.ConvertAll(meter => meter.PublishAsync(setup.MqttPort, login, int.MaxValue));
            var enough = meters.Sum(meter => meter.Acknowledged) + 300;
            await Eventually.TrueAsync(() => meters.Sum(meter => meter.Acknowledged) > enough, "readings are acknowledged");
            await host!.KillAsync();
            await Task.WhenAll(publishing);
            await StartAsync();
            await Task.WhenAll(meters.Select(meter => meter.AssertStoredAsync(api)));
        }

        await Task.WhenAll(meters.Select(meter => meter.PublishAsync(setup.MqttPort, login, meter.Acknowledged + 10)));
        await EventuallyUsedAsync(api, meters.Sum(meter => meter.Consumed));
        Assert.Equal(0, await host!.StopAsync());
    }

    [Fact]
    public async Task Given_a_listener_When_the_host_was_killed_and_started_again_Then_new_events_have_higher_ids()
    {
        var login = new MqttLogin("meters", await Command.AddDeviceUserAsync(setup.DataFolder, "meters", "tele/#"));
        using var api = new Api(setup, await Command.CreateKeyAsync(setup.DataFolder, "Admin"));
        var meter = new SteadyMeter("mot-to", Meter.HoursAgo(24));
        await StartAsync();
        await FoundAsync(api, [meter], login);
        await meter.PublishAsync(setup.MqttPort, login, 100);
        await EventuallyUsedAsync(api, meter.Consumed);
        var before = await HighestIdAsync(api);
        await host!.KillAsync();
        await StartAsync();
        Assert.Equal(meter.Consumed, await api.ElectricityOfAsync("ca-to"));
        await using var stream = await BoardStream.OpenAsync(api);
        await meter.PublishAsync(setup.MqttPort, login, 101);

        var told = await stream.NextAsync("scorecard", row => (decimal?)Office.Electricity(row)["value"] == meter.Consumed);
        Assert.True(told.Id > before, $"{told.Id} after {before}");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Given_an_exactly_once_message_taken_before_a_kill_When_it_comes_again_after_it_Then_it_is_not_stored_twice(int version)
    {
        var login = new MqttLogin("meters", await Command.AddDeviceUserAsync(setup.DataFolder, "meters", "tele/#"), version, LastingSession: true);
        await PutProfileWithoutTimeAsync();
        using var api = new Api(setup, await Command.CreateKeyAsync(setup.DataFolder, "Admin"));
        await StartAsync();
        await using (var device = await MqttClient.ConnectAsync(setup.MqttPort, login))
        {
            await device.SendPublishAsync("tele/khong-gio", "12.5", 2, 7);
            await device.ExpectAsync(MqttClient.Pubrec);
            await host!.KillAsync();
        }

        await StartAsync();
        await using var returned = await MqttClient.ConnectAsync(setup.MqttPort, login);
        await returned.SendPublishAsync("tele/khong-gio", "12.5", 2, 7, duplicate: true);
        await returned.ExpectAsync(MqttClient.Pubrec);
        await returned.ReleaseAsync(7);

        Assert.True(returned.SessionPresent);
        var source = Assert.Single(await api.ListAsync("/api/v1/sources"))!;
        Assert.Single(await api.ListAsync($"/api/v1/sources/{source["id"]}/readings"));
    }

    private async Task StartAsync()
    {
        await DisposeHostAsync();
        host = await HostProcess.StartAsync(setup);
    }

    private ValueTask DisposeHostAsync() => host?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task FoundAsync(Api api, List<SteadyMeter> meters, MqttLogin login)
    {
        await api.PutUnitAsync("ca-to");
        foreach (var meter in meters)
        {
            await meter.PublishAsync(setup.MqttPort, login, 1);
            await api.AssignAsync(await meter.Meter.IdAsync(api), "ca-to");
        }
    }

    private static async Task EventuallyUsedAsync(Api api, decimal kilowattHours)
    {
        decimal? shown = null;
        try
        {
            await Eventually.TrueAsync(async () => (shown = await api.ElectricityOfAsync("ca-to")) == kilowattHours, "the figure is there");
        }
        catch (TimeoutException)
        {
            Assert.Equal(kilowattHours, shown);
        }
    }

    private static async Task<long> HighestIdAsync(Api api)
    {
        await using var stream = await BoardStream.OpenAsync(api);
        return stream.Events.Max(one => one.Id ?? 0);
    }

    /// <summary>Readings of this topic are dated by their arrival, so that a second delivery would be a second reading.</summary>
    private async Task PutProfileWithoutTimeAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(setup.DataFolder, "profiles"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "khong-gio.yaml"), """
            profile: khong-gio
            title: Công tơ không có giờ
            rules:
              - topic: tele/khong-gio
                payload: text
                readings: [{ value: "$", metric: electricity, kind: counter, direction: import, unit: kWh }]
            """);
    }
}

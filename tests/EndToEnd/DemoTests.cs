using EmulationPlatform.EndToEnd.Support;

namespace EmulationPlatform.EndToEnd;

/// <summary>The demo: an agency with meters that publish over MQTT, open on this machine.</summary>
public sealed class DemoTests : IDisposable
{
    private readonly HostSetup setup = HostSetup.New("demo");

    public void Dispose() => Directory.Delete(setup.DataFolder, recursive: true);

    [Fact]
    public async Task Given_a_demo_that_was_ended_with_Ctrl_C_When_it_is_started_again_Then_it_goes_on_where_it_was()
    {
        using var api = new Api(setup);
        await using var first = await HostProcess.StartAsync(setup);
        await Eventually.TrueAsync(async () => (await FiguresAsync(api)).Count == 7, "all units have figures");
        await using (var visitor = await MqttClient.ConnectAsync(setup.MqttPort, new MqttLogin(Version: 4)))
        {
            Assert.Equal((0, 0), (visitor.ConnectCode, await visitor.PublishAsync("tele/khach/SENSOR", Meter.Message(Meter.Now, 1))));
        }

        await MovesAsync(api);
        var before = await FiguresAsync(api);
        Assert.Equal(0, await first.StopAsync(Signals.Interrupt));

        await using var second = await HostProcess.StartAsync(setup);
        var after = await FiguresAsync(api);
        Assert.All(before, figure => Assert.True(after[figure.Key] >= figure.Value, $"{figure.Key}: {after[figure.Key]} after {figure.Value}"));
        await MovesAsync(api);
        Assert.All(await api.ListAsync("/api/v1/sources"), source => Assert.Equal(0, (long)source!["conflicts"]!));
        Assert.Empty(await api.ListAsync("/api/v1/quarantine"));
        Assert.Equal(0, await second.StopAsync(Signals.Interrupt));
    }

    /// <summary>The board is told new figures while somebody looks at it.</summary>
    private static async Task MovesAsync(Api api)
    {
        await using var stream = await BoardStream.OpenAsync(api);
        var told = stream.Events.Count(one => one.Name == "scorecard");
        await Eventually.TrueAsync(() => stream.Events.Count(one => one.Name == "scorecard") > told, "the board moves");
    }

    /// <summary>What each unit has used this year, by unit and target; those still unknown are left out.</summary>
    private static async Task<Dictionary<string, decimal>> FiguresAsync(Api api)
    {
        var units = (await api.GetAsync("/api/v1/scoreboard"))["units"]!.AsArray();
        return units.SelectMany(unit => unit!["targets"]!.AsArray().Select(target => (Key: $"{unit["unit"]}/{target!["target"]}", Value: (decimal?)target["value"])))
            .Where(figure => figure.Value is not null)
            .ToDictionary(figure => figure.Key, figure => figure.Value!.Value);
    }
}

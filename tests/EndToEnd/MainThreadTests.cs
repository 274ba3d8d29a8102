using System.Text.Json.Nodes;
using EmulationPlatform.EndToEnd.Support;

namespace EmulationPlatform.EndToEnd;

/// <summary>From a meter's message to a live score.</summary>
[Collection(OneServingHost.Name)]
public sealed class MainThreadTests(ServingHost host)
{
    private const string MosquittoPub = "/usr/bin/mosquitto_pub";

    [SkippableTheory]
    [InlineData("5", "nguon-v5")]
    [InlineData("mqttv311", "nguon-v311")]
    public async Task Given_a_real_client_When_it_publishes_Then_its_source_can_be_assigned_and_moves_the_unit_live(string version, string unit)
    {
        Skip.IfNot(File.Exists(MosquittoPub), $"{MosquittoPub} is not installed (Debian: mosquitto-clients)");
        using var api = host.Api;
        await api.PutUnitAsync(unit);
        var meter = new Meter(unit);

        await PublishAsync(version, meter.Topic, Meter.Message(Meter.HoursAgo(3), 100));
        await PublishAsync(version, meter.Topic, Meter.Message(Meter.HoursAgo(2), 112.5m));
        var source = await meter.IdAsync(api);
        var seen = (await api.ListAsync("/api/v1/sources?unassigned=true")).Single(one => (string?)one!["id"] == source)!;
        Assert.Null((string?)seen["unit"]);
        Assert.Equal(("electricity", "kWh", 112.5m), ((string)seen["metric"]!, (string)seen["measure"]!, (decimal)seen["lastReading"]!["value"]!));

        await api.AssignAsync(source, unit);
        await Eventually.TrueAsync(async () => await api.ElectricityOfAsync(unit) == 12.5m, "what it sent before counts");
        await using var stream = await BoardStream.OpenAsync(api);
        await PublishAsync(version, meter.Topic, Meter.Message(Meter.HoursAgo(1), 120));

        var told = await stream.NextAsync("scorecard", row => (string?)row["unit"] == unit && (decimal?)Office.Electricity(row)["value"] == 20m);
        Assert.Equal(20m, await api.ElectricityOfAsync(unit));
        Assert.Equal("NoBaseline", (string?)Office.Electricity(told.Data)["state"], ignoreCase: true);
    }

    [Fact]
    public async Task Given_a_unit_without_a_base_year_When_it_gets_one_Then_its_figure_without_a_score_becomes_a_score()
    {
        using var api = host.Api;
        await host.PublishForUnitAsync(new Meter("goc"), (Meter.HoursAgo(2), 10), (Meter.HoursAgo(1), 15));
        await Eventually.TrueAsync(async () => await api.ElectricityOfAsync("goc") == 5, "the figure is there");
        var before = await api.UnitAsync("goc");

        await api.PutBaselineAsync("goc", 100_000);

        Assert.Equal(("NoBaseline", (decimal?)null), ((string)Office.Electricity(before)["state"]!, (decimal?)Office.Electricity(before)["points"]), StateComparer);
        Assert.Null((decimal?)before["score"]);
        var after = await Eventually.GetAsync(async () => await api.UnitAsync("goc") is { } row && (decimal?)row["score"] is not null ? row : null, "there is a score");
        Assert.Equal(100m, (decimal)after["score"]!);
        Assert.Equal(2025, (int)Office.Electricity(after)["baselineYear"]!);
        await api.PutBaselineAsync("goc", 100);
        await Eventually.TrueAsync(async () => (decimal?)(await api.UnitAsync("goc"))["score"] == 0, "more than in the base year gives no points");
    }

    [Fact]
    public async Task Given_a_listener_When_messages_come_Then_ids_grow_and_every_event_is_a_whole_row()
    {
        using var api = host.Api;
        var meter = new Meter("day-so");
        await host.PublishForUnitAsync(meter, (Meter.HoursAgo(5), 0));
        await using var stream = await BoardStream.OpenAsync(api);

        for (var hour = 4; hour > 0; hour--)
        {
            await host.PublishAsync(meter, (Meter.HoursAgo(hour), 10 - hour));
        }

        await stream.NextAsync("scorecard", row => (string?)row["unit"] == meter.Name && (decimal?)Office.Electricity(row)["value"] == 9);
        var ids = stream.Events.Where(one => (string?)one.Data["unit"] == meter.Name).Select(one => one.Id!.Value).ToList();
        Assert.Equal(ids.Order().Distinct(), ids);
        Assert.True(ids.Count > 1);
    }

    [Fact]
    public async Task Given_a_past_moment_When_the_board_of_then_is_asked_for_Then_only_what_was_used_by_then_counts()
    {
        using var api = host.Api;
        await host.PublishForUnitAsync(new Meter("luc-do"), (Meter.HoursAgo(6), 0), (Meter.HoursAgo(4), 8), (Meter.HoursAgo(1), 14));
        await Eventually.TrueAsync(async () => await api.ElectricityOfAsync("luc-do") == 14, "all of it counts now");

        var then = await api.UnitAsync("luc-do", $"?asOf={Uri.EscapeDataString($"{Meter.HoursAgo(4):O}")}");

        Assert.Equal(8m, (decimal?)Office.Electricity(then)["value"]);
        using var future = await api.SendAsync(HttpMethod.Get, "/api/v1/scoreboard?asOf=2099-01-01");
        Assert.Equal(400, (int)future.StatusCode);
        Assert.NotNull((await Api.JsonOfAsync(future))["errors"]!["asOf"]);
    }

    private static readonly IEqualityComparer<(string State, decimal? Points)> StateComparer = EqualityComparer<(string State, decimal? Points)>.Create(
        (left, right) => string.Equals(left.State, right.State, StringComparison.OrdinalIgnoreCase) && left.Points == right.Points,
        pair => pair.Points.GetHashCode());

    private async Task PublishAsync(string version, string topic, string payload)
    {
        var sent = await Command.RunAsync(
            MosquittoPub, "-h", "127.0.0.1", "-p", $"{host.Setup.MqttPort}", "-V", version, "-q", "1", "-u", host.Login.User!, "-P", host.Login.Password!, "-t", topic, "-m", payload);
        Assert.Equal(new CommandResult(0, "", ""), sent);
    }
}

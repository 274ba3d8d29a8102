using System.Text.Json.Nodes;
using EmulationPlatform.EndToEnd.Support;

namespace EmulationPlatform.EndToEnd;

/// <summary>Messages that cannot be used, and how a site makes them usable.</summary>
[Collection(OneServingHost.Name)]
public sealed class BadMessageTests(ServingHost host)
{
    public static TheoryData<string, string> BadPayloads => new()
    {
        { "dau-phay", """{"Time":"2026-03-10T10:00:00","ENERGY":{"Total":"12,5"}}""" },
        { "khong-phai-so", """{"Time":"2026-03-10T10:00:00","ENERGY":{"Total":NaN}}""" },
        { "qua-lon", """{"Time":"2026-03-10T10:00:00","ENERGY":{"Total":1e400}}""" },
        { "nam-1970", """{"Time":"1970-01-01T00:00:10","ENERGY":{"Total":12.5}}""" },
        { "nam-2099", """{"Time":"2099-01-01T00:00:00","ENERGY":{"Total":12.5}}""" },
    };

    [Theory]
    [MemberData(nameof(BadPayloads))]
    public async Task Given_a_value_or_time_that_cannot_be_When_it_is_published_Then_it_is_quarantined_with_reason_and_raw_bytes(string name, string payload)
    {
        using var api = host.Api;
        var meter = new Meter(name);
        await using (var device = await host.ConnectAsync())
        {
            Assert.Equal(0, await device.PublishAsync(meter.Topic, payload));
        }

        var entry = Assert.Single(await api.ListAsync("/api/v1/quarantine"), one => (string?)one!["topic"] == meter.Topic)!;
        Assert.Equal((payload, "mqtt"), ((string)entry["payload"]!, (string)entry["connector"]!));
        Assert.NotEqual("", (string)entry["reason"]!);
        Assert.Null((await meter.FindAsync(api))?["lastReading"]);
    }

    [Fact]
    public async Task Given_a_topic_nobody_understands_When_it_is_published_to_Then_it_is_listed_with_count_and_last_payload()
    {
        using var api = host.Api;
        await using (var device = await host.ConnectAsync())
        {
            await device.PublishAsync("tele/may-la", """{"x":1}""");
            await device.PublishAsync("tele/may-la", """{"x":2}""");
        }

        var row = Assert.Single(await api.ListAsync("/api/v1/unmatched"), one => (string?)one!["topic"] == "tele/may-la")!;
        Assert.Equal((2, """{"x":2}"""), ((int)row["count"]!, (string)row["lastPayload"]!));
    }

    [Fact]
    public async Task Given_a_quarantined_message_When_a_profile_of_the_site_is_added_Then_its_replay_makes_it_count()
    {
        using var api = host.Api;
        await PutProfileAsync("number");
        await using var device = await host.ConnectAsync();
        var entry = await Eventually.GetAsync(() => TryAsync(api, device), "the site's profile is in force");
        Assert.Equal("12.5 kWh", (string?)entry["payload"]);

        await PutProfileAsync("amount");
        var replayed = await Eventually.GetAsync(
            async () => await api.PostAsync($"/api/v1/quarantine/{entry["id"]}/replay") is { } result && (int)result["accepted"]! == 1 ? result : null, "the replay is accepted");

        Assert.Null((string?)replayed["reason"]);
        var source = Assert.Single(await api.ListAsync("/api/v1/sources?topic=tele/hop-tu-che"))!;
        Assert.Equal(12.5m, (decimal)source["lastReading"]!["value"]!);
        var again = await api.PostAsync($"/api/v1/quarantine/{entry["id"]}/replay");
        Assert.Equal(0, (int)again["accepted"]!);
    }

    /// <summary>Publishes until the endpoint reads this topic; what was sent before is only counted as not understood.</summary>
    private static async Task<JsonNode?> TryAsync(Api api, MqttClient device)
    {
        await device.PublishAsync("tele/hop-tu-che", "12.5 kWh");
        return (await api.ListAsync("/api/v1/quarantine")).FirstOrDefault(one => (string?)one!["topic"] == "tele/hop-tu-che");
    }

    private Task PutProfileAsync(string kind) => File.WriteAllTextAsync(
        Path.Combine(host.Setup.DataFolder, "profiles", "hop-tu-che.yaml"),
        $$"""
        profile: hop-tu-che
        title: Hộp tự chế
        rules:
          - topic: tele/hop-tu-che
            payload: text
            {{(kind == "number" ? "# the whole text is the value" : "capture: { path: $, pattern: '^(?<amount>[0-9.]+) kWh$' }")}}
            readings: [{ value: "{{(kind == "number" ? "$" : "{amount}")}}", metric: electricity, kind: counter, direction: import, unit: kWh }]
        """);
}

using System.Globalization;
using System.Net;
using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Access;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Api;

/// <summary>Events, readings by hand and bills, over a real agency.</summary>
public sealed class EventApiTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Replacement = """{"kind":"replacement","at":"2026-03-02T00:00:00+07:00","oldFinal":120,"newInitial":5,"reason":"Biên bản 12"}""";

    [Fact]
    public async Task Given_a_meter_that_was_replaced_When_it_is_said_and_undone_Then_the_figures_follow()
    {
        using var client = await web.ClientAsync(Role.Facilities);
        var source = await SourceAsync("thay", ("2026-03-01T00:00:00+07:00", 100m), ("2026-03-03T00:00:00+07:00", 15m), ("2026-03-03T01:00:00+07:00", 16m));

        var said = await client.DoneAsync("POST", $"/api/v1/sources/{source}/events", Replacement);
        Assert.Equal(31m, await TotalAsync(client, source));
        Assert.Equal("replacement", said.GetProperty("kind").GetString());
        Assert.Equal("thu-Facilities", said.GetProperty("author").GetString());

        var undone = await client.DoneAsync("POST", $"/api/v1/sources/{source}/events/{said.GetProperty("no")}/undo", """{"reason":"Nhầm đồng hồ"}""");
        Assert.Equal("Nhầm đồng hồ", undone.GetProperty("undone").GetProperty("reason").GetString());
        Assert.NotEqual(31m, await TotalAsync(client, source));
        Assert.Single((await client.DoneAsync("GET", $"/api/v1/sources/{source}/events")).EnumerateArray());
    }

    [Fact]
    public async Task Given_a_new_meter_with_another_factor_When_its_replacement_is_said_Then_both_hold_from_then_on()
    {
        using var client = await web.ClientAsync(Role.Facilities);
        var source = await SourceAsync("he-so", ("2026-03-01T00:00:00+07:00", 100m), ("2026-03-03T00:00:00+07:00", 15m));

        await client.DoneAsync("POST", $"/api/v1/sources/{source}/events", Replacement.Replace("\"reason\"", "\"factor\":40,\"reason\"", StringComparison.Ordinal));

        Assert.Equal(20m + (10m * 40m), await TotalAsync(client, source));
        Assert.Equal(["factor", "replacement"], (await client.DoneAsync("GET", $"/api/v1/sources/{source}/events")).Texts("kind").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"at":"2026-03-02T00:00:00+07:00","reason":"x"}""", "kind")]
    [InlineData("""{"kind":"swap","at":"2026-03-02T00:00:00+07:00","reason":"x"}""", "kind")]
    [InlineData("""{"kind":"outage","at":"2026-03-02T00:00:00","until":"2026-03-03T00:00:00+07:00","reason":"x"}""", "at")]
    [InlineData("""{"kind":"outage","at":"2026-03-02T00:00:00+07:00","reason":"x"}""", "until")]
    [InlineData("""{"kind":"factor","at":"2026-03-02T00:00:00+07:00","factor":"12,5","reason":"x"}""", "factor")]
    [InlineData("""{"kind":"factor","at":"2026-03-02T00:00:00+07:00","factor":0,"reason":"x"}""", "factor")]
    [InlineData("""{"kind":"replacement","at":"2026-03-02T00:00:00+07:00","newInitial":5,"reason":"x"}""", "oldFinal")]
    [InlineData("""{"kind":"replacement","at":"2026-03-02T00:00:00+07:00","oldFinal":5,"newInitial":5,"reason":"x"}""", "oldFinal")]
    [InlineData("""{"kind":"dismissed","at":"2026-03-02T00:00:00+07:00","value":1,"reason":"x"}""", "value")]
    [InlineData("""{"kind":"dismissed","at":"2026-03-02T00:00:00+07:00"}""", "reason")]
    [InlineData("""{"kind":"dismissed","at":"2026-03-02T00:00:00+07:00","reason":" "}""", "reason")]
    [InlineData("""{"kind":"dismissed","at":"2026-03-02T00:00:00+07:00","reason":"x","evidence":"abc"}""", "evidence")]
    [InlineData("""{"kind":"dismissed","at":"2026-03-02T00:00:00+07:00","reason":"x","note":"y"}""", "note")]
    public async Task Given_an_event_that_cannot_be_taken_When_posted_Then_its_field_is_named(string body, string field)
    {
        using var client = await web.ClientAsync(Role.Facilities);
        var source = await SourceAsync("sai", ("2026-03-01T00:00:00+07:00", 100m), ("2026-03-03T00:00:00+07:00", 150m));

        var (status, problem) = await client.SendAsync("POST", $"/api/v1/sources/{source}/events", body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(field, Call.Fields(problem));
    }

    [Fact]
    public async Task Given_an_event_of_another_source_When_undone_here_Then_it_is_not_found()
    {
        using var client = await web.ClientAsync(Role.Facilities);
        var source = await SourceAsync("mot", ("2026-03-01T00:00:00+07:00", 100m), ("2026-03-03T00:00:00+07:00", 15m));
        var other = await SourceAsync("hai", ("2026-03-01T00:00:00+07:00", 1m));
        var said = await client.DoneAsync("POST", $"/api/v1/sources/{source}/events", Replacement);

        var (status, _) = await client.SendAsync("POST", $"/api/v1/sources/{other}/events/{said.GetProperty("no")}/undo", """{"reason":"x"}""");

        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Given_a_reading_by_hand_and_a_bill_When_entered_Then_they_count_and_say_who_entered_them()
    {
        using var client = await web.ClientAsync(Role.Facilities);
        var source = await SourceAsync("tay", ("2026-02-01T00:00:00+07:00", 100m));

        await client.DoneAsync("POST", $"/api/v1/sources/{source}/manual-readings", """{"at":"2026-03-01T00:00:00+07:00","value":150.5,"reason":"Đồng hồ chưa nối"}""");
        await client.DoneAsync("POST", $"/api/v1/sources/{source}/bills", """{"fromDay":"2026-03-01","toDay":"2026-04-01","amount":200,"reference":"HĐ 0312"}""");

        Assert.Equal(250.5m, await TotalAsync(client, source));
        var origins = (await client.DoneAsync("GET", $"/api/v1/sources/{source}/readings")).Texts("origin");
        Assert.Contains("manual:thu-Facilities", origins);
        Assert.Contains("bill:thu-Facilities", origins);
    }

    [Theory]
    [InlineData("manual-readings", """{"at":"2026-03-01T00:00:00+07:00","value":"12,5","reason":"x"}""", "value")]
    [InlineData("manual-readings", """{"at":"2026-03-01T00:00:00+07:00","value":12.5}""", "reason")]
    [InlineData("manual-readings", """{"at":"2026-02-01T00:00:00+07:00","value":12.5,"reason":"x"}""", "at")]
    [InlineData("bills", """{"fromDay":"01/03/2026","toDay":"2026-04-01","amount":1,"reference":"x"}""", "fromDay")]
    [InlineData("bills", """{"fromDay":"2026-03-01","toDay":"2026-03-01","amount":1,"reference":"x"}""", "toDay")]
    [InlineData("bills", """{"fromDay":"2026-03-01","toDay":"2026-04-01","amount":1}""", "reference")]
    public async Task Given_an_entry_that_cannot_be_taken_When_posted_Then_its_field_is_named(string kind, string body, string field)
    {
        using var client = await web.ClientAsync(Role.Facilities);
        var source = await SourceAsync("sai-tay", ("2026-02-01T00:00:00+07:00", 100m));

        var (status, problem) = await client.SendAsync("POST", $"/api/v1/sources/{source}/{kind}", body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal([field], Call.Fields(problem));
    }

    [Fact]
    public async Task Given_a_fall_that_stays_When_the_worklist_is_asked_Then_the_reset_waits_until_it_is_confirmed()
    {
        using var client = await web.ClientAsync(Role.Facilities);
        var source = await SourceAsync(
            "roi", ("2026-03-01T00:00:00+07:00", 500m), ("2026-03-01T01:00:00+07:00", 1m), ("2026-03-01T02:00:00+07:00", 2m), ("2026-03-01T03:00:00+07:00", 3m));

        var found = (await client.DoneAsync("GET", $"/api/v1/worklist?source={source}")).EnumerateArray().Single();
        Assert.Equal("reset", found.GetProperty("kind").GetString());
        await client.DoneAsync("POST", $"/api/v1/sources/{source}/events", $$"""{"kind":"resetConfirmed","at":{{found.GetProperty("end").GetRawText()}},"reason":"Mất điện"}""");

        Assert.Empty((await client.DoneAsync("GET", $"/api/v1/worklist?source={source}")).EnumerateArray());
    }

    [Fact]
    public async Task Given_meters_When_listed_Then_state_and_last_day_are_told_and_no_alert_is_acknowledged_that_is_not_there()
    {
        using var client = await web.ClientAsync(Role.Facilities);
        var source = await SourceAsync("dong-ho", ("2026-03-01T00:00:00+07:00", 1m));

        var meter = (await client.DoneAsync("GET", "/api/v1/meters?unassigned=true&topic=thu/dong-ho")).EnumerateArray().Single();
        Assert.Equal(source, meter.GetProperty("source").GetProperty("id").GetString());
        Assert.Equal(24, meter.GetProperty("lastDay").GetArrayLength());
        var (status, _) = await client.SendAsync("POST", "/api/v1/alerts/acknowledge", $$"""{"source":"{{source}}","kind":"nightFlow","reason":"x"}""");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal(System.Text.Json.JsonValueKind.Array, (await client.DoneAsync("GET", "/api/v1/alerts")).ValueKind);
    }

    private Task<string> SourceAsync(string name, params (string At, decimal Value)[] readings) => web.AddSourceAsync(
        $"thu/{name}", "electricity",
        [.. readings.Select(reading => (Instant.From(DateTimeOffset.Parse(reading.At, CultureInfo.InvariantCulture)), reading.Value))]);

    private static async Task<decimal> TotalAsync(HttpClient client, string source) =>
        (await client.DoneAsync("GET", $"/api/v1/sources/{source}/consumption?from=2026-01-01&to=2026-05-01&per=total")).GetProperty("total").GetDecimal();
}

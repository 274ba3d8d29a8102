using System.Net;
using System.Text.Json.Nodes;
using EmulationPlatform.EndToEnd.Support;

namespace EmulationPlatform.EndToEnd;

/// <summary>Readings handed over by HTTP, and what they add up to.</summary>
[Collection(OneServingHost.Name)]
public sealed class PostedReadingTests(ServingHost host)
{
    private static readonly DateTimeOffset Day = new(2026, 3, 10, 0, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task Given_readings_When_they_are_sent_twice_Then_the_second_time_changes_nothing()
    {
        using var api = host.Api;
        var source = await host.PublishAsync(new Meter("hai-lan"), (Day, 0));
        JsonObject[] readings() => [Office.Reading(source, Day.AddHours(1), 1), Office.Reading(source, Day.AddHours(2), 3)];

        Assert.Equal((2, 0, 0, 0), await api.PostReadingsAsync(readings()));
        var before = await api.ListAsync($"/api/v1/sources/{source}/readings");
        Assert.Equal((0, 2, 0, 0), await api.PostReadingsAsync(readings()));

        Assert.Equal(before.ToJsonString(), (await api.ListAsync($"/api/v1/sources/{source}/readings")).ToJsonString());
        Assert.Equal(3, before.Count);
    }

    [Fact]
    public async Task Given_another_value_for_the_same_moment_When_it_is_sent_Then_the_first_stays_and_the_conflict_is_counted()
    {
        using var api = host.Api;
        var source = await host.PublishAsync(new Meter("mau-thuan"), (Day, 5));

        Assert.Equal((0, 0, 1, 0), await api.PostReadingsAsync(Office.Reading(source, Day, 6)));

        var known = await api.GetAsync($"/api/v1/sources/{source}");
        Assert.Equal((5m, 1L), ((decimal)known["lastReading"]!["value"]!, (long)known["conflicts"]!));
    }

    [Fact]
    public async Task Given_readings_that_cannot_be_used_When_they_are_sent_Then_each_is_named_with_its_reason_and_the_rest_is_stored()
    {
        using var api = host.Api;
        var source = await host.PublishAsync(new Meter("lan-lon"), (Day, 0));
        JsonArray readings =
        [
            Office.Reading(source, Day.AddHours(1), 1),
            Office.Reading("no-such-source", Day, 1),
            Office.Reading(source, new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero), 1),
            Office.Reading(source, new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero), 1),
            new JsonObject { ["source"] = source, ["at"] = Day.AddHours(2).ToString("O"), ["value"] = "12,5" },
            new JsonObject { ["source"] = source, ["at"] = "yesterday", ["value"] = 2 },
        ];

        var result = await api.PostAsync("/api/v1/readings", readings);

        Assert.Equal(1, (int)result["accepted"]!);
        Assert.Equal([1, 2, 3, 4, 5], result["quarantined"]!.AsArray().Select(one => (int)one!["index"]!));
        Assert.All(result["quarantined"]!.AsArray(), one => Assert.NotEqual("", (string)one!["reason"]!));
        Assert.Equal(2, (await api.ListAsync($"/api/v1/sources/{source}/readings")).Count);
    }

    [Fact]
    public async Task Given_a_body_that_is_not_JSON_When_it_is_sent_Then_it_is_refused_and_the_host_goes_on()
    {
        using var api = host.Api;
        using var content = new StringContent("[{\"source\":", System.Text.Encoding.UTF8, "application/json");
        using var answer = await api.Client.PostAsync(new Uri("/api/v1/readings", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Given_a_reading_that_comes_late_When_it_is_stored_Then_only_the_hours_beside_it_change_and_the_total_stays()
    {
        using var api = host.Api;
        var source = await host.PublishAsync(new Meter("den-muon"), (Day, 0), (Day.AddHours(2), 10), (Day.AddHours(6), 30), (Day.AddHours(8), 34));
        var before = await HoursAsync(api, source);

        await api.PostReadingsAsync(Office.Reading(source, Day.AddHours(4), 12));
        var after = await HoursAsync(api, source);

        Assert.Equal([5m, 5, 5, 5, 5, 5, 2, 2], before);
        Assert.Equal([5m, 5, 1, 1, 9, 9, 2, 2], after);
    }

    [Fact]
    public async Task Given_consumption_When_it_is_asked_per_hour_day_month_year_and_total_Then_all_sum_to_the_same()
    {
        using var api = host.Api;
        var (start, end) = (new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(7)), new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(7)));
        var source = await host.PublishAsync(
            new Meter("cong-don"), (start, 0), (start.AddDays(20).AddMinutes(17), 333.333333m), (start.AddDays(55).AddHours(3), 400.000001m), (end, 1000));

        foreach (var (per, rows) in new[] { ("hour", 90 * 24), ("day", 90), ("month", 3), ("year", 1), ("total", 1) })
        {
            var consumption = await api.ConsumptionAsync(source, start, end, per);
            Assert.Equal((1000m, rows), (Office.SumOf(consumption), consumption["rows"]!.AsArray().Count));
        }
    }

    [Fact]
    public async Task Given_a_day_of_Vietnam_When_its_borders_are_asked_Then_from_is_included_and_to_is_not()
    {
        using var api = host.Api;
        var source = await host.PublishAsync(new Meter("ranh-gioi"), (Day.AddHours(-1), 0), (Day, 7), (Day.AddHours(1), 8), (Day.AddHours(24), 31), (Day.AddHours(25), 131));

        var day = await api.ConsumptionAsync(source, Day, Day.AddDays(1), "day");
        var row = Assert.Single(day["rows"]!.AsArray())!;

        Assert.Equal(24m, (decimal)row["amount"]!);
        Assert.Equal(("2026-03-10T00:00:00+07:00", "2026-03-11T00:00:00+07:00"), ((string)row["start"]!, (string)row["end"]!));
        Assert.Equal(1m, Office.SumOf(await api.ConsumptionAsync(source, Day, Day.AddHours(1), "hour")));
        Assert.Equal(7m, Office.SumOf(await api.ConsumptionAsync(source, Day.AddDays(-1), Day, "total")));
    }

    [Theory]
    [InlineData("per=week", "per")]
    [InlineData("from=2026-03-11&to=2026-03-10", "to")]
    [InlineData("from=10/03/2026", "from")]
    [InlineData("form=2026-03-10", "form")]
    public async Task Given_a_wrong_question_When_it_is_asked_Then_the_answer_names_the_field(string query, string field)
    {
        using var api = host.Api;
        var source = await host.PublishAsync(new Meter("hoi-sai"), (Day, 0));
        using var answer = await api.SendAsync(HttpMethod.Get, $"/api/v1/sources/{source}/consumption?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await Api.JsonOfAsync(answer))["errors"]![field]);
    }

    private static async Task<IEnumerable<decimal>> HoursAsync(Api api, string source)
    {
        var hours = await api.ConsumptionAsync(source, Day, Day.AddHours(8), "hour");
        Assert.Equal(34m, Office.SumOf(hours));
        return hours["rows"]!.AsArray().Select(row => (decimal)row!["amount"]!);
    }
}

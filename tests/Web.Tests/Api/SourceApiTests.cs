using System.Net;
using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Access;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Api;

/// <summary>Settings, shares and sums of sources, over a real agency.</summary>
public sealed class SourceApiTests(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly Instant Day = Instant.From(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(7)));

    [Fact]
    public async Task Given_a_source_When_named_placed_and_put_behind_a_main_meter_Then_it_says_so_until_it_is_taken_away()
    {
        using var client = await web.ClientAsync(Role.Facilities);
        var (main, sub) = (await SourceAsync("chinh", 10m), await SourceAsync("phu", 4m));

        var set = await client.DoneAsync(
            "PUT", $"/api/v1/sources/{sub}", $$"""{"label":"Tầng 2","place":"Tủ điện T2","parent":"{{main}}","counted":"no","registerWidth":100000,"maxRate":50,"reason":"Lắp mới"}""");
        Assert.Equal(("Tầng 2", main, "no"), (set.GetProperty("label").GetString(), set.GetProperty("parent").GetString(), set.GetProperty("counted").GetString()));

        var forgotten = await client.DoneAsync("PUT", $"/api/v1/sources/{sub}", """{"label":null,"parent":null,"registerWidth":null,"maxRate":null}""");
        Assert.All(["label", "parent", "registerWidth", "maxRate"], name => Assert.Equal(System.Text.Json.JsonValueKind.Null, forgotten.GetProperty(name).ValueKind));
    }

    [Fact]
    public async Task Given_two_units_When_a_source_is_shared_from_a_day_on_Then_both_stretches_are_listed()
    {
        await web.AddUnitAsync("chia-a");
        await web.AddUnitAsync("chia-b");
        using var client = await web.ClientAsync(Role.Facilities);
        var source = await SourceAsync("chung", 10m);

        var shared = await client.DoneAsync(
            "PUT", $"/api/v1/sources/{source}",
            """{"assignedFrom":"2026-03-02","sharing":{"key":"fixed","units":[{"unit":"chia-a","weight":60},{"unit":"chia-b","weight":40}],"reason":"Biên bản 5"}}""");

        var stretches = shared.GetProperty("assignments");
        Assert.Equal(["60", "40"], stretches.Texts("weight"));
        Assert.Equal(["2026-03-02T00:00:00+07:00", "2026-03-02T00:00:00+07:00"], stretches.Texts("from"));
        Assert.Equal(["fixed", "fixed"], stretches.Texts("key"));
    }

    [Theory]
    [InlineData("""{"measure":"W"}""", "measure")]
    [InlineData("""{"metric":"water"}""", "measure")]
    [InlineData("""{"kind":"gauge"}""", "measure")]
    [InlineData("""{"parent":"khong-co"}""", "parent")]
    [InlineData("""{"counted":null}""", "counted")]
    [InlineData("""{"unit":null,"sharing":{"key":"area","units":[{"unit":"loi"},{"unit":"loi"}],"reason":"x"}}""", "sharing")]
    [InlineData("""{"sharing":{"key":"whole","units":[{"unit":"loi"},{"unit":"loi"}],"reason":"x"}}""", "sharing.key")]
    [InlineData("""{"sharing":{"key":"area","units":[{"unit":"loi"}],"reason":"x"}}""", "sharing.units")]
    [InlineData("""{"sharing":{"key":"area","units":[{"unit":"loi","weight":1},{"unit":"mo"}],"reason":"x"}}""", "sharing.units[0].weight")]
    [InlineData("""{"sharing":{"key":"fixed","units":[{"unit":"loi","weight":1},{"unit":"mo"}],"reason":"x"}}""", "sharing.units[1].weight")]
    [InlineData("""{"sharing":{"key":"area","units":[{"unit":"loi"},{"unit":"khong-co"}],"reason":"x"}}""", "sharing.units[1].unit")]
    [InlineData("""{"sharing":{"key":"area","units":[{"unit":"loi"},{"unit":"mo"}]}}""", "sharing.reason")]
    [InlineData("""{"terms":[{"source":"x"}],"reason":"x"}""", "terms")]
    public async Task Given_a_wrong_setting_When_put_Then_its_field_is_named(string body, string field)
    {
        await web.AddUnitAsync("loi");
        await web.AddUnitAsync("mo");
        using var client = await web.ClientAsync(Role.Facilities);
        var source = await SourceAsync("loi", 1m);

        var (status, problem) = await client.SendAsync("PUT", $"/api/v1/sources/{source}", body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(field, Call.Fields(problem));
    }

    [Theory]
    [InlineData("Wh", "0.01")]
    [InlineData("MWh", "10000")]
    public async Task Given_a_register_in_another_measure_When_it_is_said_Then_what_it_counted_is_converted(string measure, string expected)
    {
        using var client = await web.ClientAsync(Role.Facilities);
        var source = await SourceAsync("do-" + measure, 10m);

        await client.DoneAsync("PUT", $"/api/v1/sources/{source}", $$"""{"measure":"{{measure}}"}""");

        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), await TotalAsync(client, source));
    }

    [Fact]
    public async Task Given_a_source_that_counts_When_its_factor_is_put_without_a_reason_Then_the_reason_is_asked_for()
    {
        await web.AddUnitAsync("ly-do");
        using var client = await web.ClientAsync(Role.Facilities);
        var source = await SourceAsync("ly-do", 10m);
        await client.DoneAsync("PUT", $"/api/v1/sources/{source}", """{"unit":"ly-do"}""");

        var (status, problem) = await client.SendAsync("PUT", $"/api/v1/sources/{source}", """{"factor":40}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(["reason"], Call.Fields(problem));
        await client.DoneAsync("PUT", $"/api/v1/sources/{source}", """{"factor":40,"reason":"Biến dòng 40"}""");
        Assert.Equal(400m, await TotalAsync(client, source));
    }

    [Fact]
    public async Task Given_a_virtual_source_When_assigned_Then_it_counts_its_terms_once()
    {
        await web.AddUnitAsync("tong");
        using var client = await web.ClientAsync(Role.Facilities);
        var (one, two) = (await SourceAsync("mot", 10m), await SourceAsync("hai", 4m));

        var made = await client.DoneAsync("POST", "/api/v1/sources/virtual", Virtual("toa-a", $$"""{"source":"{{one}}"},{"source":"{{two}}","coefficient":-1}"""));
        Assert.Equal("virtual-toa-a", made.GetProperty("id").GetString());
        var assigned = await client.DoneAsync("PUT", "/api/v1/sources/virtual-toa-a", """{"unit":"tong"}""");
        Assert.True(assigned.GetProperty("counts").GetBoolean());
        Assert.Equal(6m, await TotalAsync(client, "virtual-toa-a"));
        var usage = await client.DoneAsync("GET", "/api/v1/usage?unit=tong&metric=electricity&from=2026-03-01&to=2026-04-01&per=total");
        Assert.Equal(6m, usage.GetProperty("total").GetDecimal());

        var (twice, problem) = await client.SendAsync("PUT", $"/api/v1/sources/{one}", """{"unit":"tong"}""");
        Assert.Equal(HttpStatusCode.BadRequest, twice);
        Assert.Equal(["unit"], Call.Fields(problem));

        await client.DoneAsync("PUT", "/api/v1/sources/virtual-toa-a", $$"""{"terms":[{"source":"{{one}}","coefficient":0.5}],"reason":"Chỉ nửa tòa"}""");
        Assert.Equal(5m, await TotalAsync(client, "virtual-toa-a"));
    }

    [Fact]
    public async Task Given_a_term_that_counts_for_a_unit_When_its_sum_is_assigned_Then_it_is_refused()
    {
        await web.AddUnitAsync("lap");
        using var client = await web.ClientAsync(Role.Facilities);
        var one = await SourceAsync("ba", 10m);
        await client.DoneAsync("PUT", $"/api/v1/sources/{one}", """{"unit":"lap"}""");
        await client.DoneAsync("POST", "/api/v1/sources/virtual", Virtual("toa-b", $$"""{"source":"{{one}}"}"""));

        var (status, problem) = await client.SendAsync("PUT", "/api/v1/sources/virtual-toa-b", """{"unit":"lap"}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(["unit"], Call.Fields(problem));
    }

    [Theory]
    [InlineData("electricity", "{}", "terms[0].source")]
    [InlineData("electricity", """{"source":"khong-co"}""", "terms")]
    [InlineData("electricity", """{"source":"virtual-goc"}""", "terms")]
    [InlineData("water", """{"source":"GOC"}""", "terms")]
    [InlineData("steam", """{"source":"GOC"}""", "metric")]
    [InlineData("electricity", """{"source":"GOC","coefficient":0}""", "terms[0].coefficient")]
    [InlineData("electricity", """{"source":"GOC"},{"source":"GOC"}""", "terms")]
    public async Task Given_a_sum_that_cannot_be_When_posted_Then_its_field_is_named(string metric, string terms, string field)
    {
        using var client = await web.ClientAsync(Role.Facilities);
        var source = await SourceAsync("goc", 1m);
        await client.SendAsync("POST", "/api/v1/sources/virtual", Virtual("goc", $$"""{"source":"{{source}}"}"""));

        var (status, problem) = await client.SendAsync(
            "POST", "/api/v1/sources/virtual", Virtual("sai", terms.Replace("GOC", source, StringComparison.Ordinal)).Replace("electricity", metric, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal([field], Call.Fields(problem));
    }

    [Theory]
    [InlineData("metric=electricity&from=2026-01-01&to=2026-06-01&per=hour", "per")]
    [InlineData("from=2026-01-01", "metric")]
    [InlineData("metric=steam", "metric")]
    [InlineData("source=x&unit=y", "source")]
    [InlineData("metric=electricity&per=week", "per")]
    [InlineData("metric=electricity&step=day", "step")]
    public async Task Given_a_wrong_question_about_use_When_asked_Then_its_field_is_named(string query, string field)
    {
        using var client = await web.ClientAsync(Role.Viewer);

        var (status, problem) = await client.SendAsync("GET", "/api/v1/usage?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(field, Call.Fields(problem));
    }

    [Fact]
    public async Task Given_a_unit_with_a_base_year_When_its_use_is_asked_Then_base_heads_and_area_stand_beside_it()
    {
        using var office = await web.ClientAsync(Role.Office);
        await office.DoneAsync("PUT", "/api/v1/units/dung", """{"name":"Dùng","headcount":5,"area":20}""");
        await office.DoneAsync("PUT", "/api/v1/units/dung/baselines/electricity", """{"year":2025,"total":1200,"reference":"HĐ 2025"}""");
        var source = await SourceAsync("dung", 10m);
        await office.DoneAsync("PUT", $"/api/v1/sources/{source}", """{"unit":"dung"}""");

        var row = (await office.DoneAsync("GET", "/api/v1/usage?unit=dung&metric=electricity&from=2026-03-01&to=2026-04-01")).GetProperty("rows")[0];

        Assert.Equal(("10", "100", "2", "0.5"), (row.GetProperty("amount").GetRawText(), row.GetProperty("base").GetRawText(), row.GetProperty("perPerson").GetRawText(), row.GetProperty("perSquareMetre").GetRawText()));
    }

    private Task<string> SourceAsync(string name, decimal used) =>
        web.AddSourceAsync($"nguon/{name}", "electricity", (Day, 100m), (Day.Plus(TimeSpan.FromHours(2)), 100m + used));

    private static string Virtual(string id, string terms) => $$"""{"id":"{{id}}","metric":"electricity","label":"Tòa nhà","terms":[{{terms}}],"reason":"Cộng các công tơ"}""";

    private static async Task<decimal> TotalAsync(HttpClient client, string source) =>
        (await client.DoneAsync("GET", $"/api/v1/sources/{source}/consumption?from=2026-03-01&to=2026-04-01&per=total")).GetProperty("total").GetDecimal();
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EmulationPlatform.Units.Access;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Api;

/// <summary>The API over a real agency.</summary>
public sealed class ApiTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Given_a_source_and_a_unit_When_assigned_and_read_on_Then_board_and_consumption_follow()
    {
        await web.AddUnitAsync("van-phong");
        var source = await web.AddSourceAsync("tele/van-phong/SENSOR", 100m);
        using var client = await web.ClientAsync(Role.Facilities);

        var unassigned = await JsonAsync(client, "/api/v1/sources?unassigned=true&topic=tele/van-phong/SENSOR");
        Assert.Equal(source, unassigned[0].GetProperty("id").GetString());
        Assert.Equal("counter", unassigned[0].GetProperty("kind").GetString());
        using var assigned = await client.PutAsJsonAsync($"/api/v1/sources/{source}", new { unit = "van-phong" });
        Assert.Equal(HttpStatusCode.OK, assigned.StatusCode);
        var at = TimeProvider.System.GetUtcNow().AddMinutes(-1).ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
        var posted = await SendAsync(client, HttpMethod.Post, "/api/v1/readings", $$"""[{"source":"{{source}}","at":"{{at}}","value":112.5},{"source":"{{source}}","at":"{{at}}","value":NaN},{"source":"khong-co","at":"{{at}}","value":1}]""");

        Assert.Equal(1, posted.GetProperty("accepted").GetInt32());
        Assert.Equal([1, 2], posted.GetProperty("quarantined").EnumerateArray().Select(entry => entry.GetProperty("index").GetInt32()));
        var total = await JsonAsync(client, $"/api/v1/sources/{source}/consumption?per=total");
        Assert.Equal("12.5", total.GetProperty("total").GetRawText());
        var readings = await JsonAsync(client, $"/api/v1/sources/{source}/readings");
        Assert.Equal(["100", "112.5"], readings.EnumerateArray().Select(reading => reading.GetProperty("value").GetRawText()));
        Assert.EndsWith("+07:00", readings[0].GetProperty("at").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(0, (await JsonAsync(client, "/api/v1/quarantine")).GetArrayLength());
    }

    [Theory]
    [InlineData("/api/v1/scoreboard?asOf=yesterday", "asOf")]
    [InlineData("/api/v1/scoreboard?asOf=2999-01-01", "asOf")]
    [InlineData("/api/v1/scoreboard?asof2=1", "asof2")]
    [InlineData("/api/v1/sources?unassigned=maybe", "unassigned")]
    [InlineData("/api/v1/sources/x/consumption?per=week", "per")]
    [InlineData("/api/v1/sources/x/consumption?from=2026-02-01&to=2026-01-01", "to")]
    [InlineData("/api/v1/sources/x/readings?limit=0", "limit")]
    [InlineData("/api/v1/sources/x/readings?from=2026-01-01T00:00:00", "from")]
    [InlineData("/api/v1/quarantine?before=x", "before")]
    public async Task Given_a_wrong_query_When_asked_Then_the_parameter_is_named(string path, string parameter)
    {
        using var client = await web.ClientAsync(Role.Viewer);

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(problem.GetProperty("errors").TryGetProperty(parameter, out _));
    }

    [Theory]
    [InlineData("GET", "/api/v1/sources/khong-co")]
    [InlineData("GET", "/api/v1/sources/khong-co/consumption")]
    [InlineData("GET", "/api/v1/sources/khong-co/readings")]
    [InlineData("GET", "/api/v1/units/khong-co/baselines")]
    [InlineData("PUT", "/api/v1/sources/khong-co")]
    [InlineData("PUT", "/api/v1/units/khong-co/baselines/electricity")]
    [InlineData("POST", "/api/v1/quarantine/999999/replay")]
    [InlineData("GET", "/api/v1/nowhere")]
    public async Task Given_something_that_is_not_there_When_asked_Then_a_problem_says_so(string method, string path)
    {
        using var client = await web.ClientAsync(Role.Admin);
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "GET" ? null : Json("{}") };

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Given_a_baseline_When_put_Then_it_is_listed()
    {
        await web.AddUnitAsync("ke-hoach");
        using var client = await web.ClientAsync(Role.Office);

        await SendAsync(client, HttpMethod.Put, "/api/v1/units/ke-hoach/baselines/water", """{"year":2025,"total":120,"reference":"Hóa đơn 2025"}""");
        var baselines = await JsonAsync(client, "/api/v1/units/ke-hoach/baselines");

        Assert.Equal("120", baselines[0].GetProperty("total").GetRawText());
        Assert.True(baselines[0].GetProperty("flat").GetBoolean());
        Assert.Equal("m3", baselines[0].GetProperty("measure").GetString());
    }

    [Fact]
    public async Task Given_a_metric_nobody_knows_When_its_baseline_is_put_Then_the_field_is_named()
    {
        await web.AddUnitAsync("ky-thuat");
        using var client = await web.ClientAsync(Role.Office);

        using var answer = await client.PutAsync(new Uri("/api/v1/units/ky-thuat/baselines/steam", UriKind.Relative), Json("""{"year":2025,"total":1}"""));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("electricity, ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_API_When_its_description_is_asked_Then_every_route_is_in_it()
    {
        using var client = await web.ClientAsync(Role.Viewer);

        var paths = (await JsonAsync(client, "/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name);

        Approved.Same("routes.txt", string.Join('\n', paths.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("get", "/api/v1/scoreboard", "200 400 401 404")]
    [InlineData("get", "/api/v1/sources/{source}", "200 401 404")]
    [InlineData("put", "/api/v1/sources/{source}", "200 400 401 403 404 503")]
    [InlineData("put", "/api/v1/units/{unit}", "200 400 401 403 503")]
    [InlineData("post", "/api/v1/readings", "200 400 401 403 503")]
    [InlineData("get", "/health/ready", "200 503")]
    [InlineData("get", "/health/live", "200")]
    public async Task Given_an_operation_When_described_Then_its_refusals_are_declared(string method, string path, string statuses)
    {
        using var client = await web.ClientAsync(Role.Viewer);

        var operation = (await JsonAsync(client, "/openapi/v1.json")).GetProperty("paths").GetProperty(path).GetProperty(method);

        Assert.Equal(statuses.Split(' '), operation.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/css/site.css", "text/css")]
    [InlineData("/js/live.js", "text/javascript")]
    public async Task Given_an_asset_When_asked_again_with_its_tag_Then_it_is_not_sent_twice(string path, string type)
    {
        using var client = web.Client();
        using var first = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(type, first.Content.Headers.ContentType?.MediaType);

        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path) => await client.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));

    private static async Task<JsonElement> SendAsync(HttpClient client, HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = Json(body) };
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}

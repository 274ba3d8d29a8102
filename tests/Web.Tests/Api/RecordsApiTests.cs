using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Access;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Api;

/// <summary>Evidence, official results and the audit log.</summary>
public sealed class RecordsApiTests(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_photo_When_sent_as_form_or_as_it_is_Then_it_comes_back_as_a_download_and_an_event_can_cite_it(bool asForm)
    {
        using var client = await web.ClientAsync(Role.Facilities);
        using var photo = Photo(Png);
        using var form = new MultipartFormDataContent { { Photo(Png), "file", "../ảnh <1>.exe" } };
        using var sent = await client.PostAsync(new Uri(asForm ? "/api/v1/evidence" : "/api/v1/evidence?name=../ảnh%20%3C1%3E.exe", UriKind.Relative), asForm ? form : photo);
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        var stored = JsonElement.Parse(await sent.Content.ReadAsStringAsync());
        var hash = stored.GetProperty("hash").GetString();

        using var back = await client.GetAsync(new Uri($"/api/v1/evidence/{hash}", UriKind.Relative));
        Assert.Equal(Png, await back.Content.ReadAsByteArrayAsync());
        Assert.Equal(("image/png", "attachment"), (back.Content.Headers.ContentType?.MediaType, back.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Equal("nosniff", back.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.EndsWith(".png", stored.GetProperty("name").GetString(), StringComparison.Ordinal);

        var source = await web.AddSourceAsync("anh/dong-ho", 1m);
        var said = await client.DoneAsync(
            "POST", $"/api/v1/sources/{source}/events",
            $$"""{"kind":"outage","at":"2026-03-01T00:00:00+07:00","until":"2026-03-02T00:00:00+07:00","reason":"Mất điện","evidence":"{{hash}}"}""");
        Assert.Equal(hash, said.GetProperty("evidence").GetString());
    }

    [Fact]
    public async Task Given_a_page_that_is_called_a_photo_When_sent_Then_it_is_refused()
    {
        using var client = await web.ClientAsync(Role.Facilities);
        using var page = Photo(Encoding.UTF8.GetBytes("<script>alert(1)</script>"));
        using var twoFiles = new MultipartFormDataContent { { Photo(Png), "a", "a.png" }, { Photo(Png), "b", "b.png" } };

        foreach (var content in new HttpContent[] { page, twoFiles, new ByteArrayContent([]) })
        {
            using var answer = await client.PostAsync(new Uri("/api/v1/evidence", UriKind.Relative), content);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal(["file"], Call.Fields(JsonElement.Parse(await answer.Content.ReadAsStringAsync())));
        }
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("..%2F..%2Femulation.db")]
    [InlineData("x")]
    public async Task Given_a_hash_that_is_not_there_When_asked_Then_it_is_not_found(string hash)
    {
        using var client = await web.ClientAsync(Role.Viewer);

        var (status, _) = await client.SendAsync("GET", "/api/v1/evidence/" + hash);

        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Given_a_frozen_period_When_readings_are_corrected_Then_what_it_showed_stays()
    {
        await web.AddUnitAsync("chot");
        using var office = await web.ClientAsync(Role.Office);
        var start = Instant.From(new DateTimeOffset(TimeProvider.System.GetUtcNow().Year, 1, 5, 0, 0, 0, TimeSpan.FromHours(7)));
        var source = await web.AddSourceAsync("chot/dien", "electricity", (start, 100m), (start.Plus(TimeSpan.FromHours(1)), 150m));
        await office.DoneAsync("PUT", $"/api/v1/sources/{source}", """{"unit":"chot"}""");
        await office.DoneAsync("POST", "/api/v1/plan/decisions/muc-ho-so", """{"option":"tram","reason":"Quyết định 12"}""");
        var shown = await WaitForAsync(office, 50m);

        var frozen = await office.DoneAsync("POST", "/api/v1/snapshots", """{"reason":"Quyết định 15","accept":true}""");
        await office.DoneAsync(
            "POST", $"/api/v1/sources/{source}/events",
            $$"""{"kind":"corrected","at":"{{start.Plus(TimeSpan.FromHours(1))}}","value":180,"reason":"Đọc nhầm"}""");
        var now = await WaitForAsync(office, 80m);

        var official = await office.DoneAsync("GET", $"/api/v1/snapshots/{frozen.GetProperty("no")}");
        Assert.Equal(shown.ToString(), official.GetProperty("board").ToString());
        Assert.NotEqual(now.ToString(), official.GetProperty("board").ToString());
        await ShowsAsync(office, "/", "KẾT QUẢ CHÍNH THỨC", "Số liệu dưới đây là hiện nay");
        await ShowsAsync(office, $"/snapshots/{frozen.GetProperty("no")}", "KẾT QUẢ CHÍNH THỨC", "Quyết định 15", "Đã ký số", frozen.GetProperty("hash").GetString()!);

        var (status, problem) = await office.SendAsync("POST", "/api/v1/snapshots", """{"reason":"Lần hai","accept":true}""");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(["replaces"], Call.Fields(problem));
        await office.DoneAsync("POST", "/api/v1/snapshots", $$"""{"reason":"Sửa lỗi đọc","accept":true,"replaces":{{frozen.GetProperty("no")}}}""");
        var all = await office.DoneAsync("GET", "/api/v1/snapshots");
        var differences = await office.DoneAsync("GET", $"/api/v1/snapshots/{all[0].GetProperty("no")}/differences");
        Assert.Contains("value", differences.Texts("field"));
        Assert.Equal(["chot"], differences.Texts("unit").Distinct());
        Assert.Equal(2, all.GetArrayLength());
        Assert.Equal(all[0].GetProperty("no").GetRawText(), all[1].GetProperty("replacedBy").GetRawText());
        await ShowsAsync(office, $"/snapshots/{all[0].GetProperty("no")}", $"Khác với kết quả số {frozen.GetProperty("no")}");
        await ShowsAsync(office, "/snapshots", "thay thế");
        Assert.Equal(shown.ToString(), (await office.DoneAsync("GET", $"/api/v1/snapshots/{frozen.GetProperty("no")}")).GetProperty("board").ToString());
    }

    [Fact]
    public async Task Given_changes_When_the_audit_log_is_asked_Then_it_tells_author_before_and_after()
    {
        using var office = await web.ClientAsync(Role.Office);
        await office.DoneAsync("PUT", "/api/v1/units/kiem-toan", """{"name":"Cũ"}""");
        await office.DoneAsync("PUT", "/api/v1/units/kiem-toan", """{"name":"Mới"}""");

        var rows = await office.DoneAsync("GET", "/api/v1/audit?subject=unit/kiem-toan&author=thu-Office");
        Assert.Equal(["unit.set", "unit.set"], rows.Texts("act"));
        Assert.Equal("Cũ", rows[0].GetProperty("before").GetProperty("name").GetProperty("vi").GetString());
        Assert.Equal("Mới", rows[0].GetProperty("after").GetProperty("name").GetProperty("vi").GetString());

        var older = await office.DoneAsync("GET", $"/api/v1/audit?subject=unit/kiem-toan&limit=1&before={rows[0].GetProperty("no")}");
        Assert.Equal(rows[1].GetProperty("hash").GetString(), older.EnumerateArray().Single().GetProperty("hash").GetString());
        Assert.Contains("key.created", (await office.DoneAsync("GET", "/api/v1/audit?author=command%20line")).Texts("act"));
    }

    [Theory]
    [InlineData("GET", "/api/v1/scoreboard?period=1999", null)]
    [InlineData("GET", "/api/v1/snapshots/preflight?period=2999", null)]
    [InlineData("POST", "/api/v1/snapshots", """{"reason":"Quyết định 1","accept":true,"period":"2999"}""")]
    public async Task Given_a_period_that_has_not_begun_or_is_none_When_asked_for_Then_those_that_can_be_are_named(string method, string path, string? body)
    {
        using var office = await web.ClientAsync(Role.Office);

        var (status, problem) = await office.SendAsync(method, path, body);

        Assert.Equal((HttpStatusCode.BadRequest, "period"), (status, Call.Fields(problem).Single()));
    }

    [Fact]
    public async Task Given_the_running_period_When_its_page_is_opened_Then_it_is_provisional_and_leads_to_each_target()
    {
        await web.AddUnitAsync("ky-nay");
        using var office = await web.ClientAsync(Role.Office);
        var period = (await office.DoneAsync("GET", "/api/v1/scoreboard")).GetProperty("period").GetProperty("name").GetString();

        await ShowsAsync(office, $"/periods/{period}", $"/units/ky-nay/targets/S0-16?period={period}");
        await ShowsAsync(office, $"/office?period={period}", $"Kỳ {period} còn chạy đến hết 31/12/{period}");
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(new Uri("/periods/1999", UriKind.Relative))).StatusCode);
    }

    private static async Task ShowsAsync(HttpClient client, string page, params string[] texts)
    {
        var html = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(page, UriKind.Relative)));
        Assert.All(texts, text => Assert.Contains(text, html, StringComparison.Ordinal));
    }

    private static ByteArrayContent Photo(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };

    /// <summary>The newest board once the unit's electricity is there.</summary>
    private static async Task<JsonElement> WaitForAsync(HttpClient client, decimal value)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            var board = await client.DoneAsync("GET", "/api/v1/scoreboard");
            var unit = board.GetProperty("units").EnumerateArray().First(row => row.GetProperty("unit").GetString() == "chot");
            if (unit.GetProperty("targets").EnumerateArray().Any(target => target.GetProperty("value") is { ValueKind: JsonValueKind.Number } number && number.GetDecimal() == value))
            {
                return board;
            }
        }
    }
}

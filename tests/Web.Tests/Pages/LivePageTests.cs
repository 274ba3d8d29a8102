using System.Net;
using AngleSharp.Html.Parser;
using EmulationPlatform.Units.Access;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Pages;

/// <summary>Whole pages over a real agency.</summary>
public sealed class LivePageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/units/van-phong", HttpStatusCode.OK)]
    [InlineData("/units/khong-co", HttpStatusCode.NotFound)]
    [InlineData("/sources", HttpStatusCode.OK)]
    [InlineData("/sources/khong-co", HttpStatusCode.NotFound)]
    [InlineData("/admin/plugins", HttpStatusCode.OK)]
    [InlineData("/admin/unmatched", HttpStatusCode.OK)]
    [InlineData("/admin/quarantine", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task Given_a_page_When_opened_in_either_language_Then_it_stands_whole(string path, HttpStatusCode expected)
    {
        await web.AddUnitAsync("van-phong");
        using var client = await web.ClientAsync(Role.Viewer);
        foreach (var language in new[] { "vi", "en" })
        {
            using var answer = await client.GetAsync(new Uri($"{path}?lang={language}", UriKind.Relative));
            var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

            Assert.Equal(expected, answer.StatusCode);
            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.NotEmpty(page.Title!);
            Assert.NotNull(page.QuerySelector("main h1, main h2"));
            Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith($"lang={language}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Given_a_source_When_its_page_is_opened_Then_its_reading_is_there()
    {
        var source = await web.AddSourceAsync("tele/trang/SENSOR", 1234.5m);
        using var client = await web.ClientAsync(Role.Viewer);

        var html = await client.GetStringAsync(new Uri($"/sources/{source}", UriKind.Relative));

        Assert.Contains("1.234,5", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_live_page_When_the_browser_runs_no_script_Then_it_reloads_itself()
    {
        await web.AddUnitAsync("van-phong");
        using var client = await web.ClientAsync(Role.Viewer);

        var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(new Uri("/", UriKind.Relative)));

        Assert.Contains("http-equiv=\"refresh\"", page.Head!.QuerySelector("noscript")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_viewer_When_the_stream_is_opened_Then_it_is_never_kept_and_begins_with_the_board()
    {
        await web.AddUnitAsync("van-phong");
        using var client = await web.ClientAsync(Role.Viewer);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));

        using var answer = await client.GetAsync(new Uri("/api/v1/scoreboard/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, patience.Token);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token));
        var first = new List<string?>();
        while (first.Count < 5)
        {
            first.Add(await lines.ReadLineAsync(patience.Token));
        }

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("event: board", first[2]);
        Assert.StartsWith("data: {\"plan\":", first[4], StringComparison.Ordinal);
    }
}

using EmulationPlatform.Units.Access;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Facilities;

/// <summary>A meter that several units share, as the facilities person sets it on its page.</summary>
public sealed class SharingPageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Given_two_units_When_a_meter_is_shared_by_percents_and_given_to_one_again_Then_the_page_says_so_each_time()
    {
        var (source, browser) = await MeterAsync("thu/chia-phan-tram");

        using var shared = await ShareAsync(browser, source, ("key", "Fixed"), ("part.chia-a", "62,5"), ("part.chia-b", "37,5"), ("from", "2026-01-01"), ("reason", "Biên bản số 7"));
        var page = await Browsing.OpenAsync(browser, shared.Headers.Location!.ToString());
        using var ended = await Browsing.SendAsync(browser, $"/sources/{source}", $"/sources/{source}/unshare", ("unit", "chia-b"), ("from", "2026-03-01"), ("reason", "Phòng A đã chuyển đi"));
        var after = await Browsing.OpenAsync(browser, ended.Headers.Location!.ToString());

        Assert.EndsWith("?done=shared", shared.Headers.Location!.ToString(), StringComparison.Ordinal);
        var who = page.QuerySelector("dl.facts.panel dd")!.TextContent;
        Assert.Contains("theo phần cố định", who, StringComparison.Ordinal);
        Assert.Contains("Phòng chia-a", who, StringComparison.Ordinal);
        Assert.Contains("62,5%", who, StringComparison.Ordinal);
        Assert.Equal("62,5", page.QuerySelector("#sharing [name='part.chia-a']")!.GetAttribute("value"));
        Assert.Contains("Biên bản số 7", page.QuerySelector("[aria-labelledby=settings-history]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Phòng chia-b", after.QuerySelector("dl.facts.panel dd")!.TextContent.Trim());
        Assert.Null(after.QuerySelector("form[action$='/unshare']"));
    }

    [Theory]
    [InlineData("part.chia-a=60&part.chia-b=30", "hiện là 90%")]
    [InlineData("part.chia-a=100", "ít nhất hai đơn vị")]
    [InlineData("part.chia-a=100&in.chia-b=yes", "Nhập phần trăm")]
    [InlineData("part.chia-a=120&part.chia-b=-20", "lớn hơn 0")]
    [InlineData("part.chia-a=50&part.chia-b=50&reason=", "Nhập lý do")]
    [InlineData("key=Headcount&in.chia-a=yes&in.chia-khong=yes", "chưa có số người")]
    [InlineData("key=Area&in.chia-a=yes&in.chia-b=yes", "chưa có diện tích")]
    [InlineData("key=Whole&part.chia-a=50&part.chia-b=50", "mục trong danh sách")]
    public async Task Given_shares_that_cannot_be_When_sent_Then_the_form_is_open_with_the_problem_and_nothing_changed(string fields, string problem)
    {
        var (source, browser) = await MeterAsync("thu/chia-sai");
        var sent = ("reason=thu&" + fields).Split('&').Select(field => field.Split('=')).Select(field => (field[0], field[1])).ToArray();

        using var answer = await ShareAsync(browser, source, sent);

        var page = await Browsing.OpenAsync(browser, answer.Headers.Location!.ToString().Split('#')[0]);
        Assert.Contains(problem, page.QuerySelector("#sharing[open] .error[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.False((await web.Agency.SourceAsync(source, default))!.IsShared);
    }

    [Fact]
    public async Task Given_a_meter_shared_by_headcount_When_its_other_settings_are_saved_Then_it_stays_shared()
    {
        var (source, browser) = await MeterAsync("thu/chia-nguoi");
        using var shared = await ShareAsync(browser, source, ("key", "Headcount"), ("in.chia-a", "yes"), ("in.chia-b", "yes"), ("reason", "Cùng một tầng"));
        var before = (await web.Agency.SourceAsync(source, default))!.Assignments;
        var page = await Browsing.OpenAsync(browser, $"/sources/{source}");

        using var saved = await Browsing.SendAsync(browser, $"/sources/{source}", $"/sources/{source}/settings", ("place", "Tầng 3"));

        Assert.EndsWith("?done=saved", saved.Headers.Location!.ToString(), StringComparison.Ordinal);
        var after = (await web.Agency.SourceAsync(source, default))!;
        Assert.Equal((2, "Tầng 3"), (after.Holders.Count, after.Place));
        Assert.Equal(before, after.Assignments);
        Assert.Empty(page.QuerySelectorAll("#settings [name=unit], #settings [name=from]"));
        Assert.Contains("nhiều đơn vị cùng dùng", (await Browsing.OpenAsync(browser, "/sources")).QuerySelector($"tr[data-source='{source}']")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(string Source, HttpClient Browser)> MeterAsync(string topic)
    {
        await web.AddUnitAsync("chia-a", headcount: 12);
        await web.AddUnitAsync("chia-b", headcount: 8);
        await web.AddUnitAsync("chia-khong");
        return (await web.AddSourceAsync(topic, 100), await Browsing.SignedInAsync(web, Role.Facilities));
    }

    private static Task<HttpResponseMessage> ShareAsync(HttpClient browser, string source, params (string, string)[] fields) =>
        Browsing.SendAsync(browser, $"/sources/{source}", $"/sources/{source}/share", fields);
}

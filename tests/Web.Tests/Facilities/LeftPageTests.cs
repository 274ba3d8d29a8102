using EmulationPlatform.Units.Access;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Facilities;

/// <summary>Sources that stay without a unit, because somebody said so.</summary>
public sealed class LeftPageTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string List = "/facilities?tab=unassigned";

    [Fact]
    public async Task Given_an_unassigned_source_When_it_is_left_and_taken_back_Then_list_and_count_follow_and_it_can_be_found_all_the_time()
    {
        var source = await web.AddSourceAsync("de/nguyen", 7);
        using var browser = await Browsing.SignedInAsync(web, Role.Facilities);

        using var left = await Browsing.SendAsync(browser, List, $"/sources/{source}/leave", ("reason", "Đèn đường của phường"));
        var after = await Browsing.OpenAsync(browser, List);
        var meters = await Browsing.OpenAsync(browser, "/facilities?tab=meters");
        using var returned = await Browsing.SendAsync(browser, List, $"/sources/{source}/return", ("reason", "Nhầm"));
        var again = await Browsing.OpenAsync(browser, List);

        Assert.Contains("done=left", left.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Null(after.QuerySelector(".tabs .count"));
        Assert.Null(after.QuerySelector($"form[action='/sources/{source}/claim']"));
        Assert.Contains("de/nguyen", after.QuerySelector("#left")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("không tính cho đơn vị nào", meters.QuerySelector("li.card.meter")!.TextContent, StringComparison.Ordinal);
        Assert.Null(meters.QuerySelector(".meter-unassigned"));
        Assert.Contains("done=returned", returned.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("1", again.QuerySelector(".tabs .count")!.TextContent);
        Assert.NotNull(again.QuerySelector($"form[action='/sources/{source}/claim']"));
    }

    [Fact]
    public async Task Given_the_register_of_an_assigned_source_on_another_topic_When_the_list_is_opened_Then_its_card_warns_and_offers_to_leave_it()
    {
        await web.AddUnitAsync("de-hai-chu-de");
        var first = await web.AddSourceAsync("hai-chu-de/events/rpc", 73);
        var second = await web.AddSourceAsync("hai-chu-de/status/switch:0", 73);
        await web.Agency.PutSourceAsync(first, Units.Views.SourceChange.Nothing with { Unit = "de-hai-chu-de" }, "thu", default);
        using var browser = await Browsing.SignedInAsync(web, Role.Facilities);

        var page = await Browsing.OpenAsync(browser, List);

        var card = page.QuerySelector($"form[action='/sources/{second}/claim']")!.Closest("li")!;
        Assert.Contains("tính hai lần", card.QuerySelector("[role=note]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(card.QuerySelector($"[role=note] a[href='/sources/{first}']"));
        Assert.NotNull(card.QuerySelector($"details[open] form[action='/sources/{second}/leave']"));
        await web.Agency.PutSourceAsync(second, Units.Views.SourceChange.Nothing with { Counted = Storage.ReadingLog.CountRule.No }, "thu", default);
    }

    [Theory]
    [InlineData("settings")]
    [InlineData("share")]
    public async Task Given_a_source_that_was_left_When_units_get_it_on_its_page_Then_it_counts_for_them(string form)
    {
        await web.AddUnitAsync("de-a");
        await web.AddUnitAsync("de-b");
        var source = await web.AddSourceAsync("de/roi-gan-" + form, 7);
        await web.Agency.PutSourceAsync(source, Units.Views.SourceChange.Nothing with { Counted = Storage.ReadingLog.CountRule.No }, "thu", default);
        using var browser = await Browsing.SignedInAsync(web, Role.Facilities);

        using var answer = await Browsing.SendAsync(
            browser, $"/sources/{source}", $"/sources/{source}/{form}", ("unit", "de-a"), ("part.de-a", "50"), ("part.de-b", "50"), ("reason", "Là của phòng A"));

        var view = (await web.Agency.SourceAsync(source, default))!;
        Assert.True(view is { Counts: true, Unit: "de-a", IsLeft: false }, view.ToString());
    }

    [Fact]
    public async Task Given_no_reason_When_a_source_is_to_be_left_Then_the_form_says_so_and_it_waits_on()
    {
        var source = await web.AddSourceAsync("de/khong-ly-do", 7);
        using var browser = await Browsing.SignedInAsync(web, Role.Facilities);

        using var answer = await Browsing.SendAsync(browser, List, $"/sources/{source}/leave", ("reason", ""));

        var page = await Browsing.OpenAsync(browser, answer.Headers.Location!.ToString().Split('#')[0]);
        Assert.Contains("Nhập lý do", page.QuerySelector("details[open] .error[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.False((await web.Agency.SourceAsync(source, default))!.IsLeft);
        await web.Agency.PutSourceAsync(source, Units.Views.SourceChange.Nothing with { Counted = Storage.ReadingLog.CountRule.No }, "thu", default);
    }
}

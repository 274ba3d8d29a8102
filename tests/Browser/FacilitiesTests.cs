using EmulationPlatform.EndToEnd.Support;
using Microsoft.Playwright;

namespace EmulationPlatform.Browser;

/// <summary>A day of somebody who owns the meters, on a phone held in one hand.</summary>
public sealed class FacilitiesTests(DemoInBrowser demo) : IClassFixture<DemoInBrowser>
{
    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new ViewportSize { Width = 360, Height = 740 }, HasTouch = true };

    [SkippableTheory]
    [InlineData("/facilities")]
    [InlineData("/facilities?tab=meters")]
    [InlineData("/facilities/usage")]
    [InlineData("/facilities/baselines")]
    [InlineData("/facilities/labels")]
    [InlineData("/facilities/test")]
    public async Task Given_a_phone_When_a_page_is_opened_Then_it_fits_and_its_buttons_fit_a_thumb(string path)
    {
        Skip.If(DemoInBrowser.IsMissing, DemoInBrowser.Missing);
        await using var visit = await demo.OpenAsync(path, Phone);

        var wider = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        var small = await visit.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('main button, main select, main summary, main input:not([type=hidden]):not([type=radio]), .tabs a, .links a')]"
            + ".filter(e => e.getBoundingClientRect().height > 0 && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 80))");

        Assert.Equal(0, wider);
        Assert.Empty(small);
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task Given_a_new_meter_When_it_is_claimed_read_and_replaced_Then_each_step_is_told_and_can_be_taken_back()
    {
        Skip.If(DemoInBrowser.IsMissing, DemoInBrowser.Missing);
        await demo.PublishAsync(new Meter("kho-hang"), Meter.HoursAgo(2), 100);
        await using var visit = await demo.OpenAsync("/facilities?tab=unassigned", Phone);
        var page = visit.Page;
        var card = page.Locator(".card", new() { HasText = "kho-hang" }).First;

        await card.Locator("select").SelectOptionAsync("van-phong");
        await card.GetByRole(AriaRole.Button, new() { Name = "Gán" }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("Đã gán");

        await page.GotoAsync(new Uri(demo.Setup.Web, "/facilities?tab=meters&q=kho+hang").AbsoluteUri);
        await page.Locator(".card.meter", new() { HasText = "kWh" }).First.Locator("h3 a").ClickAsync();
        await page.Locator("#read summary").ClickAsync();
        await page.Locator("#read input[name=value]").FillAsync("112.5");
        await page.Locator("#read button").ClickAsync();
        await Assertions.Expect(page.Locator(".big-reading b")).ToHaveTextAsync("112,5");

        await page.Locator("#replace summary").ClickAsync();
        await page.Locator("#replace input[name=oldFinal]").FillAsync("113");
        await page.Locator("#replace form[method=get] button").ClickAsync();
        await Assertions.Expect(page.Locator(".preview")).ToContainTextAsync("đến 113");
        await page.Locator(".preview button").ClickAsync();
        await Assertions.Expect(page.Locator(".history")).ToContainTextAsync("Thay công tơ");

        await page.Locator(".history summary").First.ClickAsync();
        await page.Locator(".history form button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".history .undone")).ToContainTextAsync("đã thu hồi");
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task Given_a_fallen_register_When_the_worklist_is_opened_Then_it_is_settled_with_one_tap()
    {
        Skip.If(DemoInBrowser.IsMissing, DemoInBrowser.Missing);
        var meter = new Meter("nha-xe-cu");
        foreach (var (hours, value) in new[] { (9, 1_000m), (8, 1_002m), (7, 1_004m), (6, 0.5m), (5, 2m), (4, 4m), (3, 6m) })
        {
            await demo.PublishAsync(meter, Meter.HoursAgo(hours), value);
        }

        await using var visit = await demo.OpenAsync("/facilities", Phone);
        var card = visit.Page.Locator(".card.reset", new() { HasText = "nha-xe-cu" });
        await card.GetByRole(AriaRole.Button, new() { Name = "Xác nhận đặt lại" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".notice")).ToBeVisibleAsync();
        await Assertions.Expect(card).ToHaveCountAsync(0);
    }
}

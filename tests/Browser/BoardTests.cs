using EmulationPlatform.EndToEnd.Support;
using Microsoft.Playwright;

namespace EmulationPlatform.Browser;

/// <summary>The pages as a person sees them.</summary>
public sealed class BoardTests(DemoInBrowser demo) : IClassFixture<DemoInBrowser>
{
    private const string Filter = "getComputedStyle(document.querySelector('.groups')).filter";

    [SkippableFact]
    public async Task Given_an_open_board_When_a_newly_assigned_meter_publishes_Then_its_figure_changes_without_a_reload()
    {
        Skip.If(DemoInBrowser.IsMissing, DemoInBrowser.Missing);
        var meter = new Meter("phong-moi");
        var target = await AddUnitAsync(meter, 12.5m);
        await using var visit = await demo.OpenAsync("/");
        await visit.IsLiveAsync();
        await Assertions.Expect(visit.Figure(meter.Name, target, "value")).ToHaveTextAsync("12,50");
        await visit.Page.EvaluateAsync("window.notReloaded = true");

        await demo.PublishAsync(meter, Meter.HoursAgo(1), 120);

        await Assertions.Expect(visit.Figure(meter.Name, target, "value")).ToHaveTextAsync("20,00", new() { Timeout = 2_000 });
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.notReloaded"));
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task Given_an_open_board_When_a_unit_is_added_Then_it_appears_without_a_reload()
    {
        Skip.If(DemoInBrowser.IsMissing, DemoInBrowser.Missing);
        await using var visit = await demo.OpenAsync("/");
        await visit.IsLiveAsync();

        await AddUnitAsync(new Meter("phong-them"), 3);

        await Assertions.Expect(visit.Page.Locator("[data-unit='phong-them']")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("[data-unit='phong-them'] [data-field='name']")).ToHaveTextAsync("Phòng phong-them");
    }

    [SkippableFact]
    public async Task Given_an_open_board_When_the_host_goes_and_comes_back_Then_the_board_says_it_is_old_and_then_live_again()
    {
        Skip.If(DemoInBrowser.IsMissing, DemoInBrowser.Missing);
        await using var visit = await demo.OpenAsync("/");
        await visit.IsLiveAsync();
        Assert.Equal("none", await visit.Page.EvaluateAsync<string>(Filter));
        await visit.Page.EvaluateAsync("window.notReloaded = true");

        Assert.Equal(0, await demo.StopHostAsync());
        await visit.Page.WaitForSelectorAsync("body[data-live='stale']");
        Assert.Contains("grayscale", await visit.Page.EvaluateAsync<string>(Filter), StringComparison.Ordinal);
        await Assertions.Expect(visit.Page.Locator("[data-stale-text]").First).ToContainTextAsync("Dữ liệu cũ");

        await demo.StartHostAgainAsync();
        await visit.IsLiveAsync();
        Assert.Equal("none", await visit.Page.EvaluateAsync<string>(Filter));
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.notReloaded"));
    }

    [SkippableFact]
    public async Task Given_a_browser_without_script_When_the_board_is_opened_Then_the_figures_are_there_and_it_will_reload_itself()
    {
        Skip.If(DemoInBrowser.IsMissing, DemoInBrowser.Missing);
        await using var visit = await demo.OpenAsync("/", new BrowserNewContextOptions { JavaScriptEnabled = false });

        var figures = visit.Page.Locator("[data-unit='van-phong'] [data-target] [data-field='value']");

        Assert.NotEqual(0, await figures.CountAsync());
        Assert.All(await figures.AllTextContentsAsync(), text => Assert.Matches("^([0-9.,]+|—)$", text));
        Assert.Contains(await figures.AllTextContentsAsync(), text => text != "—");
        Assert.Contains("http-equiv=\"refresh\"", await visit.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("/")]
    [InlineData("/units/van-phong")]
    [InlineData("/sources")]
    [InlineData("/admin/plugins")]
    [InlineData("/admin/quarantine")]
    [InlineData("/admin/unmatched")]
    public async Task Given_a_telephone_When_a_page_is_opened_Then_it_does_not_scroll_sideways_and_nothing_complains(string path)
    {
        Skip.If(DemoInBrowser.IsMissing, DemoInBrowser.Missing);
        await using var visit = await demo.OpenAsync(path, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 740 } });

        Assert.InRange(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 360);
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task Given_the_board_in_Vietnamese_When_English_is_chosen_Then_it_is_English_and_stays_so()
    {
        Skip.If(DemoInBrowser.IsMissing, DemoInBrowser.Missing);
        await using var visit = await demo.OpenAsync("/");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "vi");
        await Assertions.Expect(visit.Page.Locator("[data-unit='van-phong'] [data-field='name']")).ToHaveTextAsync("Văn phòng Ban");

        await visit.Page.GetByText("English", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-unit='van-phong'] [data-field='name']")).ToHaveTextAsync("Administrative office");
        await visit.Page.GotoAsync(new Uri(demo.Setup.Web, "/sources").AbsoluteUri);

        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [SkippableFact]
    public async Task Given_a_unit_page_When_its_meter_publishes_Then_its_figures_change_and_say_where_they_come_from()
    {
        Skip.If(DemoInBrowser.IsMissing, DemoInBrowser.Missing);
        var meter = new Meter("phong-rieng");
        var target = await AddUnitAsync(meter, 1.25m);
        await using var visit = await demo.OpenAsync($"/units/{meter.Name}");
        await visit.IsLiveAsync();
        await Assertions.Expect(visit.Figure(meter.Name, target, "value").First).ToHaveTextAsync("1,25");

        await demo.PublishAsync(meter, Meter.HoursAgo(1), 102);

        await Assertions.Expect(visit.Figure(meter.Name, target, "value").First).ToHaveTextAsync("2,00", new() { Timeout = 2_000 });
        await Assertions.Expect(visit.Page.GetByText(meter.Topic).First).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    /// <summary>A unit with a meter of its own that has used so much.</summary>
    /// <returns>The id of its electricity target.</returns>
    private async Task<string> AddUnitAsync(Meter meter, decimal used)
    {
        using var api = demo.Api;
        await demo.PublishAsync(meter, Meter.HoursAgo(3), 100);
        await demo.PublishAsync(meter, Meter.HoursAgo(2), 100 + used);
        await api.PutUnitAsync(meter.Name);
        await api.AssignAsync(await meter.IdAsync(api), meter.Name);
        await Eventually.TrueAsync(async () => await api.ElectricityOfAsync(meter.Name) == used, "the figure is there");
        return (string)Office.Electricity(await api.UnitAsync(meter.Name))["target"]!;
    }
}

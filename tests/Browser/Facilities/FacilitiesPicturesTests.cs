using System.Globalization;
using System.Text.Json.Nodes;
using EmulationPlatform.EndToEnd.Support;
using Microsoft.Playwright;

namespace EmulationPlatform.Browser.Facilities;

/// <summary>
/// Pictures of every page of the facilities person, to be looked at: in <c>artifacts/screenshots</c>, and with
/// UPDATE_SCREENSHOTS=1 the notable ones also in <c>docs/images</c>.
/// </summary>
public sealed class FacilitiesPicturesTests(DemoInBrowser demo) : IClassFixture<DemoInBrowser>
{
    private static readonly Dictionary<string, string> Notable = new(StringComparer.Ordinal) { ["work-360-vi"] = "facilities.png", ["meter-1280-vi"] = "meter.png" };

    [SkippableTheory]
    [InlineData(360, "vi")]
    [InlineData(360, "en")]
    [InlineData(1280, "vi")]
    [InlineData(1280, "en")]
    public async Task Given_the_demo_with_work_to_do_When_its_pages_are_pictured_Then_each_has_something_on_it(int width, string language)
    {
        Skip.If(DemoInBrowser.IsMissing, DemoInBrowser.Missing);
        var source = await AddWorkAsync();
        var screen = new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = width == Screens.PhoneWidth ? 740 : 900 } };
        await using var visit = await demo.OpenAsync($"/?lang={language}", screen);

        foreach (var (name, path) in Pages(source))
        {
            await visit.Page.GotoAsync(new Uri(demo.Setup.Web, path).AbsoluteUri);
            Assert.InRange(await PictureAsync(visit.Page, $"{name}-{width.ToString(CultureInfo.InvariantCulture)}-{language}"), 5_000, 3_000_000);
        }

        Assert.Empty(visit.Complaints);
    }

    private static IEnumerable<(string Name, string Path)> Pages(JsonNode source)
    {
        var meter = MeterActs.PathOf((string)source["id"]!);
        var final = Math.Ceiling((decimal)source["lastReading"]!["value"]! + 1).ToString(CultureInfo.InvariantCulture);
        return
        [
            ("work", "/facilities"),
            ("meters", "/facilities?tab=meters"),
            ("unassigned", "/facilities?tab=unassigned"),
            ("unmatched", "/facilities?tab=unmatched"),
            ("meter", meter),
            ("read", $"{meter}?open=read#read"),
            ("replace", $"{meter}?open=replace&oldFinal={final}&newInitial=0&at={MeterActs.Field(Meter.Now.AddMinutes(1))}#replace"),
            ("bill", $"{meter}?open=bill#bill"),
            ("settings", $"{meter}?open=settings#settings"),
            ("sharing", $"{meter}?open=sharing#sharing"),
            ("virtual", $"/facilities/virtual?remainder={(string)source["id"]!}"),
            ("quarantine", "/admin/quarantine"),
            ("usage-month", "/facilities/usage?unit=van-phong"),
            ("usage-day", "/facilities/usage?unit=van-phong&per=day"),
            ("usage-person", "/facilities/usage?unit=van-phong&by=person"),
            ("test", "/facilities/test?topic=tele/thiet-bi-la/LUU-LUONG"),
            ("labels", "/facilities/labels?unit=van-phong"),
            ("baselines", "/facilities/baselines"),
        ];
    }

    /// <returns>Its size in bytes.</returns>
    private static async Task<int> PictureAsync(IPage page, string name)
    {
        var folder = Path.Combine(Folders.Repository, "artifacts", "screenshots");
        var picture = await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Path = Path.Combine(folder, name + ".png") });
        if (Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") == "1" && Notable.TryGetValue(name, out var file))
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folders.Repository, "docs", "images", file) });
        }

        return picture.Length;
    }

    /// <summary>One entry of each kind on the worklist, a source to assign and a topic that nothing understands.</summary>
    /// <returns>A meter of the demo with a year behind it.</returns>
    private async Task<JsonNode> AddWorkAsync()
    {
        using var api = demo.Api;
        await api.PutAsync("/api/v1/units/kho-xuong", new JsonObject { ["name"] = new JsonObject { ["vi"] = "Kho xưởng", ["en"] = "Workshop" }, ["headcount"] = 4 });
        await AddMeterAsync(api, "dat-lai", (9, 100), (8, 110), (7, 120), (6, 2), (5, 12), (4, 22));
        await AddMeterAsync(api, "mau-thuan", (3, 100), (2, 105), (2, 106.5m));
        await AddMeterAsync(api, "giam", (5, 100), (4, 110), (3, 120), (2, 4));
        await AddMeterAsync(api, "khoang-trong", (24 * 42, 1_000), (24 * 2, 1_400));
        await AddMeterAsync(api, "nhay-vot", (5, 100), (4, 110), (3, 120), (2, 9_000), (1, 9_010));
        await demo.PublishAsync(new Meter("thiet-bi-moi-van-phong"), Meter.HoursAgo(1), 12.5m);
        await using var device = await MqttClient.ConnectAsync(demo.Setup.MqttPort, new MqttLogin());
        await device.PublishAsync("tele/thiet-bi-la/LUU-LUONG", """{"luu-luong":12.5,"don-vi":"m3/h"}""");
        await device.PublishAsync(new Meter("dong-ho-sai").Topic, """{"Time":"2031-01-01T00:00:00","ENERGY":{"Total":12.5}}""");
        await demo.PublishAsync(new Meter("den-duong"), Meter.HoursAgo(1), 7);
        await api.PutAsync($"/api/v1/sources/{await new Meter("den-duong").IdAsync(api)}", new JsonObject { ["counted"] = "no" });
        var main = (await new Meter("dien-van-phong").FindAsync(api))!;
        await api.PutAsync($"/api/v1/sources/{await new Meter("mau-thuan").IdAsync(api)}", new JsonObject { ["parent"] = (string)main["id"]!, ["reason"] = "behind it" });
        return main;
    }

    private async Task AddMeterAsync(Api api, string name, params (int HoursAgo, decimal KilowattHours)[] readings)
    {
        foreach (var (hours, kilowattHours) in readings)
        {
            await demo.PublishAsync(new Meter(name), Meter.HoursAgo(hours), kilowattHours);
        }

        await api.PutAsync($"/api/v1/sources/{await new Meter(name).IdAsync(api)}", new JsonObject { ["unit"] = "kho-xuong", ["maxRate"] = 50 });
    }
}

using EmulationPlatform.EndToEnd.Support;
using Microsoft.Playwright;

namespace EmulationPlatform.Browser;

/// <summary>The picture of the README can be made; it is renewed with UPDATE_SCREENSHOTS=1.</summary>
public sealed class ScreenshotTests(DemoInBrowser demo) : IClassFixture<DemoInBrowser>
{
    private const int LargestBytes = 300 * 1024;

    [SkippableFact]
    public async Task Given_the_demo_When_its_picture_is_taken_Then_it_is_fit_for_the_README()
    {
        Skip.If(DemoInBrowser.IsMissing, DemoInBrowser.Missing);
        await using var visit = await demo.OpenAsync("/", new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
        await visit.IsLiveAsync();

        var wanted = Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") == "1";
        var path = wanted ? Path.Combine(Folders.Repository, "docs", "images", "board.png") : null;
        var picture = await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = path });

        Assert.InRange(picture.Length, 10_000, LargestBytes);
    }
}

using EmulationPlatform.EndToEnd.Support;
using Microsoft.Playwright;

namespace EmulationPlatform.Browser;

/// <summary>Makes the picture of the README anew when asked to.</summary>
public sealed class ScreenshotTests(DemoInBrowser demo) : IClassFixture<DemoInBrowser>
{
    private const int LargestBytes = 300 * 1024;

    [SkippableFact]
    public async Task Given_the_demo_When_a_new_picture_is_wanted_Then_it_is_saved_for_the_README()
    {
        Skip.If(DemoInBrowser.IsMissing, DemoInBrowser.Missing);
        Skip.IfNot(Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") == "1", "the picture is renewed with UPDATE_SCREENSHOTS=1 only");
        await using var visit = await demo.OpenAsync("/", new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
        await visit.IsLiveAsync();

        var path = Path.Combine(Folders.Repository, "docs", "images", "board.png");
        var picture = await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = path });

        Assert.InRange(picture.Length, 10_000, LargestBytes);
    }
}

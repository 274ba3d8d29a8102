using EmulationPlatform.EndToEnd.Support;
using Microsoft.Playwright;

namespace EmulationPlatform.Browser;

/// <summary>Debian's browser.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static bool IsMissing => !File.Exists(Program);

    public static string Missing => $"{Program} is not installed (Debian: chromium)";

    public static async Task<Chromium> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        return new Chromium(driver, await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox"] }));
    }

    public async Task<Visit> OpenAsync(Uri address, BrowserNewContextOptions? options)
    {
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout((float)Eventually.Limit.TotalMilliseconds);
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.Page.GotoAsync(address.AbsoluteUri);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}

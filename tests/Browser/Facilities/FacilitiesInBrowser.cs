using EmulationPlatform.EndToEnd.Support;
using Microsoft.Playwright;

namespace EmulationPlatform.Browser.Facilities;

/// <summary>A host in <c>serve</c>, and a browser that the facilities person has signed in with.</summary>
public sealed class FacilitiesInBrowser : IAsyncLifetime
{
    private readonly ServingHost host = new();
    private Chromium? browser;
    private string signedIn = "";

    internal ServingHost Host => host;

    /// <summary>For what others do and see: the office adds units, and asks what was used.</summary>
    internal Api Office => host.Api;

    public async Task InitializeAsync()
    {
        if (Chromium.IsMissing)
        {
            return;
        }

        await host.InitializeAsync();
        browser = await Chromium.StartAsync();
        var key = await Command.CreateKeyAsync(host.Setup.DataFolder, "Facilities");
        await using var visit = await browser.OpenAsync(new Uri(host.Setup.Web, "/"), new BrowserNewContextOptions());
        await visit.Page.FillAsync("[name=key]", key);
        await visit.PressAsync("Đăng nhập");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Uri(host.Setup.Web, "/facilities").AbsoluteUri);
        signedIn = await visit.Page.Context.StorageStateAsync();
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
            await host.DisposeAsync();
        }
    }

    /// <summary>Opens a page as the facilities person; on a phone unless said.</summary>
    internal Task<Visit> OpenAsync(string path, ViewportSize? screen = null, bool script = true) => browser!.OpenAsync(
        new Uri(host.Setup.Web, path), new BrowserNewContextOptions { StorageState = signedIn, ViewportSize = screen ?? Screens.Phone, JavaScriptEnabled = script });

    /// <summary>A meter of a unit of its own.</summary>
    /// <returns>The id of its source.</returns>
    internal Task<string> AddMeterAsync(string name, params (DateTimeOffset At, decimal KilowattHours)[] readings) => host.PublishForUnitAsync(new Meter(name), readings);

    /// <summary>A meter that counted 20 kWh, fell to 2 and counted 20 more, an hour apart each.</summary>
    internal Task<string> AddFallenMeterAsync(string name) => AddMeterAsync(
        name,
        (Meter.HoursAgo(9), 100), (Meter.HoursAgo(8), 110), (Meter.HoursAgo(7), 120),
        (Meter.HoursAgo(6), 2), (Meter.HoursAgo(5), 12), (Meter.HoursAgo(4), 22));

    /// <summary>What a meter counted in the last day.</summary>
    internal async Task<decimal> UsedAsync(string source)
    {
        using var api = Office;
        return (decimal)(await api.ConsumptionAsync(source, Meter.HoursAgo(24), Meter.HoursAgo(0), "hour"))["total"]!;
    }

    internal Task UsesAsync(string source, decimal expected) =>
        Eventually.TrueAsync(async () => await UsedAsync(source) == expected, $"{source} counted {expected}");
}

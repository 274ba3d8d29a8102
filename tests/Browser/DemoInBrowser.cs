using EmulationPlatform.EndToEnd.Support;
using Microsoft.Playwright;

namespace EmulationPlatform.Browser;

/// <summary>A demo host and a browser in front of it, shared by the tests of the class.</summary>
public sealed class DemoInBrowser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private HostProcess? process;
    private IPlaywright? playwright;
    private IBrowser? browser;

    internal HostSetup Setup { get; } = HostSetup.New("demo");

    internal Api Api => new(Setup);

    public static bool IsMissing => !File.Exists(Chromium);

    public static string Missing => $"{Chromium} is not installed (Debian: chromium)";

    public async Task InitializeAsync()
    {
        if (IsMissing)
        {
            return;
        }

        process = await HostProcess.StartAsync(Setup);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        using var api = Api;
        await Eventually.TrueAsync(
            async () => (await api.ListAsync("/api/v1/sources?unassigned=false")).Count(source => (string?)source!["kind"] == "counter") >= 14, "all meters of the demo have sent their year");
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        Directory.Delete(Setup.DataFolder, recursive: true);
    }

    internal async Task<Visit> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        var context = await browser!.NewContextAsync(options);
        context.SetDefaultTimeout((float)Eventually.Limit.TotalMilliseconds);
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.Page.GotoAsync(new Uri(Setup.Web, path).AbsoluteUri);
        return visit;
    }

    internal Task<int> StopHostAsync() => process!.StopAsync();

    internal async Task StartHostAgainAsync()
    {
        await process!.DisposeAsync();
        process = await HostProcess.StartAsync(Setup);
    }

    /// <summary>Publishes over MQTT as anybody on this machine may in the demo.</summary>
    internal async Task PublishAsync(Meter meter, DateTimeOffset at, decimal kilowattHours)
    {
        await using var device = await MqttClient.ConnectAsync(Setup.MqttPort, new MqttLogin(ClientId: meter.Name));
        Assert.Equal(0, await device.PublishAsync(meter.Topic, Meter.Message(at, kilowattHours)));
    }
}

using EmulationPlatform.EndToEnd.Support;
using Microsoft.Playwright;

namespace EmulationPlatform.Browser;

/// <summary>A demo host and a browser in front of it, shared by the tests of the class.</summary>
public sealed class DemoInBrowser : IAsyncLifetime
{
    private HostProcess? process;
    private Chromium? browser;

    internal HostSetup Setup { get; } = HostSetup.New("demo");

    internal Api Api => new(Setup);

    public static bool IsMissing => Chromium.IsMissing;

    public static string Missing => Chromium.Missing;

    public async Task InitializeAsync()
    {
        if (IsMissing)
        {
            return;
        }

        process = await HostProcess.StartAsync(Setup);
        browser = await Chromium.StartAsync();
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

        if (process is not null)
        {
            await process.DisposeAsync();
        }

        Directory.Delete(Setup.DataFolder, recursive: true);
    }

    internal Task<Visit> OpenAsync(string path, BrowserNewContextOptions? options = null) => browser!.OpenAsync(new Uri(Setup.Web, path), options);

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

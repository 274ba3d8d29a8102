using System.Net;
using System.Text.Json.Nodes;
using EmulationPlatform.EndToEnd.Support;

namespace EmulationPlatform.EndToEnd;

/// <summary>A new installation: nothing in it, and it says what to do.</summary>
public sealed class FirstDayTests : IAsyncLifetime
{
    private HostProcess? process;

    private HostProcess Host => process!;

    public async Task InitializeAsync() => process = await HostProcess.StartAsync(HostSetup.New("serve"));

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(Host.Setup.DataFolder, recursive: true);
    }

    [Fact]
    public async Task Given_an_empty_folder_When_the_first_page_is_opened_Then_it_says_what_to_do_next()
    {
        using var api = new Api(Host.Setup);

        var page = WebUtility.HtmlDecode(await api.PageAsync("/"));

        Assert.Contains("key create --name", page, StringComparison.Ordinal);
        Assert.Contains("/api/v1/units/", page, StringComparison.Ordinal);
        Assert.Contains("mqtt-user add", page, StringComparison.Ordinal);
        Assert.Contains($"mosquitto_pub -h 127.0.0.1 -p {Host.Setup.MqttPort}", page, StringComparison.Ordinal);
        Assert.Contains(Host.Setup.DataFolder, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_an_empty_folder_When_the_first_key_is_made_Then_nothing_was_seeded()
    {
        using var api = new Api(Host.Setup, await Command.CreateKeyAsync(Host.Setup.DataFolder, "Admin"));

        Assert.Empty(await api.ListAsync("/api/v1/units"));
        Assert.Empty(await api.ListAsync("/api/v1/sources"));
        Assert.Empty(await api.ListAsync("/api/v1/quarantine"));
        Assert.Empty((await api.GetAsync("/api/v1/scoreboard"))["units"]!.AsArray());
    }
}

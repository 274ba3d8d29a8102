using System.Net;
using System.Text.Json.Nodes;
using EmulationPlatform.EndToEnd.Support;

namespace EmulationPlatform.EndToEnd;

/// <summary>A plugin may fail, the host may not.</summary>
public sealed class PluginTests : IAsyncLifetime
{
    private readonly string copy = Folders.NewData();
    private HostProcess? process;

    private HostSetup Setup => process!.Setup;

    public async Task InitializeAsync()
    {
        Folders.Copy(Folders.Host, copy);
        Folders.Copy(Folders.Output("tests/EndToEnd/BrokenPlugin"), Path.Combine(copy, "modules", "Throws"));
        await PutAsync("Garbage", await File.ReadAllTextAsync(Path.Combine(copy, "modules", "Throws", "EmulationPlatform.BrokenPlugin.deps.json")));
        await PutAsync("NoTarget", "{}");
        await PutAsync("NoJson", "}");
        Directory.CreateDirectory(Path.Combine(copy, "connectors", "Empty"));
        process = await HostProcess.StartAsync(HostSetup.New("serve") with { Assembly = Path.Combine(copy, "EmulationPlatform.App.dll") });
    }

    public async Task DisposeAsync()
    {
        await process!.DisposeAsync();
        Directory.Delete(Setup.DataFolder, recursive: true);
        Directory.Delete(copy, recursive: true);
    }

    [Fact]
    public async Task Given_plugins_that_cannot_be_loaded_When_the_host_starts_Then_it_is_ready_and_tells_their_reasons()
    {
        using var api = new Api(Setup, await Command.CreateKeyAsync(Setup.DataFolder, "Admin"));

        var health = await api.GetAsync("/health/ready");
        var page = WebUtility.HtmlDecode(await api.PageAsync("/admin/plugins"));

        Assert.Equal("ready", (string?)health["status"]);
        Assert.Equal(("failed", "The table of tariffs is missing."), StateOf(health, "Throws"));
        Assert.All((string[])["Garbage", "NoTarget", "NoJson", "Empty"], folder => Assert.Equal("failed", StateOf(health, folder).State));
        Assert.Equal(("loaded", "running"), (StateOf(health, "GreenOffice").State, StateOf(health, "Mqtt").State));
        Assert.Contains("The table of tariffs is missing.", page, StringComparison.Ordinal);
        Assert.Contains("Garbage", page, StringComparison.Ordinal);
    }

    /// <summary>A folder whose assembly is none.</summary>
    private async Task PutAsync(string name, string description)
    {
        var folder = Directory.CreateDirectory(Path.Combine(copy, "modules", name)).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.deps.json"), description);
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.dll"), "this is no assembly");
    }

    private static (string State, string? Reason) StateOf(JsonNode health, string folder)
    {
        var plugin = health["plugins"]!.AsArray().Single(plugin => (string?)plugin!["folder"] == folder)!;
        return ((string)plugin["state"]!, (string?)plugin["reason"]);
    }
}

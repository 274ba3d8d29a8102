using EmulationPlatform.EndToEnd.Support;

namespace EmulationPlatform.EndToEnd;

/// <summary>What a host costs that has nothing to do.</summary>
public sealed class IdleTests : IAsyncLifetime
{
    private const double LargestMegabytes = 150;

    private HostProcess? process;

    private HostProcess Host => process!;

    public async Task InitializeAsync() => process = await HostProcess.StartAsync(HostSetup.New("serve"));

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(Host.Setup.DataFolder, recursive: true);
    }

    [SkippableFact]
    public async Task Given_a_host_at_rest_When_its_memory_has_settled_Then_it_is_under_150_MB()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "reads /proc");
        using var api = new Api(Host.Setup);
        await api.PageAsync("/");

        Assert.True(await StaysBelowAsync(), $"{Host.ResidentMegabytes:0.0} MB");
    }

    /// <summary>Below in sixty looks in a row, three seconds altogether; what the start needed takes its time to be given back.</summary>
    private async Task<bool> StaysBelowAsync()
    {
        var calm = 0;
        try
        {
            await Eventually.TrueAsync(() => (calm = Host.ResidentMegabytes < LargestMegabytes ? calm + 1 : 0) >= 60, "memory stays below");
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}

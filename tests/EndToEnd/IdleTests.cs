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

        var settled = await SettledAsync();

        Assert.True(settled < LargestMegabytes, $"{settled:0.0} MB");
    }

    /// <summary>Memory that has not moved by more than 1 MB in twenty looks in a row, a second altogether.</summary>
    private async Task<double> SettledAsync()
    {
        var (reference, calm) = (0.0, 0);
        await Eventually.TrueAsync(
            () =>
            {
                var now = Host.ResidentMegabytes;
                (reference, calm) = Math.Abs(now - reference) > 1 ? (now, 0) : (reference, calm + 1);
                return calm >= 20;
            },
            "memory settles");
        return reference;
    }
}

using EmulationPlatform.Load.Checks;
using EmulationPlatform.Load.HostProcess;
using EmulationPlatform.Load.Limits;
using EmulationPlatform.Load.Report;

namespace EmulationPlatform.Load;

/// <summary>One run in its temporary folder: limits and host in turns, then the check of what is on disk.</summary>
internal sealed class LoadRun(LoadOptions options, string folder, TimeProvider clock)
{
    private static readonly TimeSpan ShortestInsertLoop = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestInsertLoop = TimeSpan.FromSeconds(2);

    public async Task<LoadResult> RunAsync(CancellationToken cancellationToken)
    {
        var hostPath = options.LimitsOnly ? null : HostPath.Find(options.HostPath);
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        await using var host = hostPath is null ? null : new HostRun(options, hostPath, data, clock);
        if (host is not null)
        {
            await host.CreateAsync(cancellationToken);
        }

        var table = host is null ? ReadingTable.Assumed : ReadingTable.From(host.DatabaseFile);
        var inserts = options.SkipLimits ? [] : InsertLoop.Measure(table, folder, InsertLoopTime, clock);
        var environment = hostPath is null ? new Dictionary<string, string>() : HostRuntime.VariablesOf(hostPath);
        await using var bare = options.SkipLimits ? null : await BareRun.StartAsync(options, table, folder, environment, clock, cancellationToken);
        try
        {
            await TakeTurnsAsync(host, bare, cancellationToken);
        }
        catch (Exception e) when (host?.Obituary() is { } lastLines)
        {
            throw new LoadFailedException($"{e.Message}. The host has ended by itself; its last lines:{Environment.NewLine}{lastLines}");
        }

        var database = host is null ? null : DatabaseCheck.Of(host.DatabaseFile, host.AllDevices);
        return new(options, new DriveInfo(folder).DriveFormat, table, inserts, bare, host?.Totals, database);
    }

    private TimeSpan InsertLoopTime => TimeSpan.FromSeconds(
        Math.Clamp(options.Seconds / 15d, ShortestInsertLoop.TotalSeconds, LongestInsertLoop.TotalSeconds));

    private async Task TakeTurnsAsync(HostRun? host, BareRun? bare, CancellationToken cancellationToken)
    {
        if (host is not null)
        {
            await host.StartAsync(cancellationToken);
        }

        for (var stretch = 0; stretch < options.HostStretches; stretch++)
        {
            await PublishAsync(bare, cancellationToken);
            if (host is not null)
            {
                await host.PublishAsync(cancellationToken);
            }
        }

        await PublishAsync(bare, cancellationToken);
        if (host is not null)
        {
            await host.StopAsync(cancellationToken);
        }
    }

    private static Task PublishAsync(BareRun? bare, CancellationToken cancellationToken) => bare?.PublishAsync(cancellationToken) ?? Task.CompletedTask;
}

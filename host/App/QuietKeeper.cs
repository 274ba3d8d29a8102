using System.Runtime.InteropServices;

namespace EmulationPlatform.App;

/// <summary>
/// Gives memory back when the host is quiet. The runtime collects when something is allocated; a host that has just shown pages or
/// taken in a burst, and then rests, would keep what they left behind for hours on a machine that is often a small one.
/// </summary>
internal sealed partial class QuietKeeper(TimeProvider clock) : BackgroundService
{
    private const long Megabyte = 1 << 20;

    /// <summary>Less allocated between two looks is quiet; meters of an office allocate less.</summary>
    private const long QuietBytes = 2 * Megabyte;

    /// <summary>Less allocated since the last time is not worth a pause.</summary>
    private const long WorthBytes = 2 * Megabyte;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        var (given, seen) = (0L, GC.GetTotalAllocatedBytes());
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                var now = GC.GetTotalAllocatedBytes();
                if (now - seen < QuietBytes && now - given > WorthBytes)
                {
                    // Some milliseconds for a heap of this size, while nobody waits.
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                    GiveBackNative();
                    given = now;
                }

                seen = now;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping.
        }
    }

    /// <summary>What compiling at the start and SQLite left in the C library's heaps, which it keeps until it is asked (glibc, malloc_trim(3)).</summary>
    private static void GiveBackNative()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = MallocTrim(0);
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            // musl gives back by itself.
        }
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MallocTrim(nuint pad);
}

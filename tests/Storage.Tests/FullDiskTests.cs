using System.Diagnostics;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;

namespace EmulationPlatform.Storage.Tests;

public sealed class FullDiskTests : IDisposable
{
    private const int MebiByte = 1024 * 1024;
    private readonly string folder = Directory.CreateTempSubdirectory("small-disk-").FullName;
    private bool mounted;

    [SkippableFact]
    public async Task Given_a_disk_that_fills_up_When_there_is_space_again_Then_writing_goes_on_by_itself_and_nothing_acknowledged_is_lost()
    {
        mounted = Run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder);
        Skip.IfNot(mounted, "Only root can mount the small disk that this test fills.");
        await using var test = await TestDatabase.NewAsync(folder);
        var availability = new List<bool>();
        test.Database.OnAvailable = availability.Add;
        var filler = Path.Combine(folder, "filler");
        await File.WriteAllBytesAsync(filler, new byte[6 * MebiByte]);

        var acknowledged = new List<long>();
        var at = 1L;
        for (; await test.CommitAsync(Large(at)); at++)
        {
            acknowledged.Add(at);
            Assert.True(at < 100, "The disk should be full by now.");
        }

        Assert.NotNull(test.Database.Health.Problem);
        Assert.False(await test.CommitAsync(Large(at + 1)));
        await Assert.ThrowsAsync<StorageLostException>(() => test.Database.WriteAsync(connection => OriginTable.Number(connection, "x")));
        Assert.Equal(acknowledged, Stored(test));

        File.Delete(filler);
        await TestDatabase.EventuallyAsync(() => availability.Count == 2, "writing goes on");
        Assert.True(await test.CommitAsync(Large(at)));
        Assert.Equal([.. acknowledged, at], Stored(test));
        test.Reopen();
        Assert.Equal([.. acknowledged, at], Stored(test));
        Assert.Equal([false, true], availability);
    }

    public void Dispose()
    {
        if (mounted)
        {
            Assert.True(Run("umount", folder));
        }

        Directory.Delete(folder);
    }

    private static CommitRequest Large(long at)
    {
        var request = new CommitRequest();
        request.Readings.Add(TestDatabase.Reading(at));
        request.Quarantine.Add(new QuarantineRow(0, "test", "t", new byte[100_000], "code", "reason", new Instant(at), null));
        return request;
    }

    private static List<long> Stored(TestDatabase test) =>
        test.Database.Read(connection => ReadingTable.After(connection, 1, null).Select(reading => reading.At.UnixMilliseconds).ToList());

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

namespace EmulationPlatform.EndToEnd.Support;

/// <summary>A file system of a few megabytes in memory, mounted for one test.</summary>
internal sealed class SmallDisk(string folder) : IAsyncDisposable
{
    private string Filler => Path.Combine(folder, "filler");

    /// <summary>Skips the test when this user may not mount.</summary>
    public static async Task<SmallDisk> MountAsync(string folder, int megabytes)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "tmpfs is of Linux");
        var mounted = await Command.RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder);
        Skip.If(mounted.ExitCode != 0, $"a small disk cannot be mounted (needs root): {mounted.Error.Trim()}");
        return new SmallDisk(folder);
    }

    /// <summary>Takes all the space that is left.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var page = new byte[4096]; ;)
            {
                file.Write(page);
            }
        }
        catch (IOException)
        {
            // Full, as wished.
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public async ValueTask DisposeAsync() => Assert.Equal(0, (await Command.RunAsync("umount", folder)).ExitCode);
}

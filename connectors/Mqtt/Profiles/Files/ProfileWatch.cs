using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>
/// Reloads the profiles when a site file changes. The file system's notices come at once but are not promised on every
/// file system (network shares, full queues), so the folder is also looked at every few seconds.
/// </summary>
internal sealed class ProfileWatch : IDisposable
{
    /// <summary>Editors write a file in several steps; one reload after the last is enough.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);

    private readonly ProfileLibrary library;
    private readonly ILogger logger;
    private readonly Lock gate = new();
    private readonly ITimer timer;
    private readonly FileSystemWatcher? watcher;
    private string seen;

    public ProfileWatch(ProfileLibrary library, TimeProvider clock, ILogger logger)
    {
        this.library = library;
        this.logger = logger;
        seen = library.SiteStamp();
        timer = clock.CreateTimer(_ => Look(), null, Poll, Poll);
        watcher = Watch();
    }

    public void Dispose()
    {
        watcher?.Dispose();
        timer.Dispose();
    }

    private FileSystemWatcher? Watch()
    {
        try
        {
            Directory.CreateDirectory(library.SiteFolder);
            var created = new FileSystemWatcher(library.SiteFolder);
            created.Changed += Changed;
            created.Created += Changed;
            created.Deleted += Changed;
            created.Renamed += Changed;
            created.EnableRaisingEvents = true;
            return created;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            logger.ProfilesNotWatched(e, library.SiteFolder, Poll);
            return null;
        }
    }

    private void Changed(object sender, FileSystemEventArgs change)
    {
        try
        {
            timer.Change(Settle, Poll);
        }
        catch (ObjectDisposedException)
        {
            // The last notice may come while we stop.
        }
    }

    private void Look()
    {
        lock (gate)
        {
            var stamp = library.SiteStamp();
            if (stamp == seen)
            {
                return;
            }

            try
            {
                library.Reload();
                seen = stamp;
                logger.ProfilesReloaded(library.Current.Profiles.Count, library.Problems.Count);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                logger.ProfilesNotReloaded(e, library.SiteFolder);
            }
        }
    }
}

using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.Evidence;

namespace EmulationPlatform.App;

/// <summary>
/// Keeps the audit log's head in its file outside of the database, at most a second behind. It looks rather than being told,
/// so that no way of writing into the log can be forgotten; without news a look costs one short read.
/// </summary>
internal sealed class RecordsKeeper(Database database, EvidenceStore evidence, TimeProvider clock, ILogger<RecordsKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private string? told;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        evidence.RemoveUnfinished();
        Write();
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Write();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var second = new PeriodicTimer(LookEvery, clock);
        try
        {
            while (await second.WaitForNextTickAsync(stoppingToken))
            {
                Write();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping; the last look follows.
        }
    }

    private void Write()
    {
        try
        {
            if (database.Read(connection => AuditHead.Write(connection, database.Folder)) is { } problem)
            {
                Tell(problem.Sentence, logger.AuditLogDiffers);
            }
            else
            {
                told = null;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            Tell(e.Message, logger.AuditHeadNotWritten);
        }
    }

    /// <summary>Once, not every second.</summary>
    private void Tell(string sentence, Action<string> log)
    {
        if (told != sentence)
        {
            told = sentence;
            log(sentence);
        }
    }
}

using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.Evidence;
using EmulationPlatform.Storage.Sqlite;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Verifying;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units;

/// <summary>
/// Proves that what is shown follows from what was sent: every interval and hour is derived again from the raw readings, and the
/// database, its references, the audit chain, frozen results and evidence are checked.
/// </summary>
public sealed class VerifyDesk
{
    private readonly RuntimeKeeper keeper;
    private readonly AgencySetup setup;

    internal VerifyDesk(RuntimeKeeper keeper, AgencySetup setup)
    {
        this.keeper = keeper;
        this.setup = setup;
    }

    /// <summary>Looks at one moment of the database while the host goes on; takes minutes with many millions of readings.</summary>
    /// <param name="progress">Told the number of sources done and of all; must be quick.</param>
    public async Task<VerifyResult> RunAsync(Action<int, int> progress, CancellationToken cancellationToken)
    {
        await keeper.WithStoredHours(_ => true, cancellationToken);
        return await Task.Run(() => setup.Database.Read(connection => Run(connection, progress, cancellationToken)), cancellationToken);
    }

    private VerifyResult Run(SqliteConnection connection, Action<int, int> progress, CancellationToken cancellationToken)
    {
        // One transaction: hours and readings of the same moment.
        using var moment = connection.BeginTransaction(deferred: true);
        var differences = new DifferenceList();
        var rows = SourceTable.All(connection);
        var ruleBook = new RuleBook(setup.Metrics);
        var events = SourceEventTable.All(connection).Where(said => said.Undone is null).ToLookup(said => said.Source, said => said.Event);
        var verifier = new SourceVerifier(setup.Calendar, differences);
        var (readings, done) = (0L, 0);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            readings += verifier.Check(connection, row, ruleBook.Of(row, events[row.No]));
            progress(++done, rows.Count);
        }

        Whole(connection, differences, cancellationToken);
        return new VerifyResult(rows.Count, readings, differences.Listed, differences.Count);
    }

    private void Whole(SqliteConnection connection, DifferenceList differences, CancellationToken cancellationToken)
    {
        foreach (var problem in DatabaseCheck.Run(connection))
        {
            differences.Add(problem.Sentence);
        }

        foreach (var problem in AuditTable.Verify(connection, setup.Database.Folder))
        {
            differences.Add(problem.Sentence);
        }

        foreach (var problem in SnapshotTable.Verify(connection))
        {
            differences.Add(problem.Sentence);
        }

        using (var signer = SnapshotSigner.Open(setup.Database.Folder))
        {
            foreach (var problem in SnapshotSignatureTable.Verify(connection, signer.PublicKeyPem))
            {
                differences.Add(problem.Sentence);
            }
        }

        foreach (var problem in new EvidenceStore(setup.Database.Folder).Verify(EvidenceTable.All(connection), cancellationToken))
        {
            differences.Add(problem.Sentence);
        }
    }
}

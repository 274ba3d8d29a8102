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
/// database, its references, the audit chain, what the audit log tells of, frozen results and evidence are checked.
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
        return await Task.Run(() => setup.Database.Read(connection => Run(setup, connection, isComplete: true, progress, cancellationToken)), cancellationToken);
    }

    /// <summary>The same for a database on which no agency can start, so that the last hours before a crash may not be stored.</summary>
    public static VerifyResult RunAlone(AgencySetup setup, Action<int, int> progress, CancellationToken cancellationToken) =>
        setup.Database.Read(connection => Run(setup, connection, isComplete: false, progress, cancellationToken));

    private static VerifyResult Run(AgencySetup setup, SqliteConnection connection, bool isComplete, Action<int, int> progress, CancellationToken cancellationToken)
    {
        // One transaction: hours and readings of the same moment.
        using var moment = connection.BeginTransaction(deferred: true);
        var differences = new DifferenceList();
        var (sources, readings) = (0, 0L);
        differences.Look("The list of sources", () =>
        {
            var rows = SourceTable.All(connection);
            var ruleBook = new RuleBook(setup.Metrics);
            var events = SourceEventTable.All(connection).Where(said => said.Undone is null).ToLookup(said => said.Source, said => said.Event);
            var verifier = new SourceVerifier(setup.Calendar, differences, isComplete);
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                differences.Look(row.Id, () => readings += verifier.Check(connection, row, ruleBook.Of(row, events[row.No])));
                progress(++sources, rows.Count);
            }
        });
        Whole(setup.Database, connection, differences, cancellationToken);
        return new VerifyResult(sources, readings, differences.Listed, differences.Count);
    }

    private static void Whole(Database database, SqliteConnection connection, DifferenceList differences, CancellationToken cancellationToken)
    {
        Tell("The database", differences, () => DatabaseCheck.Run(connection).Select(problem => problem.Sentence));
        Tell("The audit log", differences, () => AuditTable.Verify(connection, database.Folder).Select(problem => problem.Sentence));
        Tell("What the audit log tells of", differences, () => ToldState.Differences(connection));
        Tell("The list of conflicts", differences, () => ConflictTable.Verify(connection));
        Tell("Frozen results", differences, () => SnapshotTable.Verify(connection).Select(problem => problem.Sentence));
        Tell("Signatures of frozen results", differences, () =>
        {
            using var signer = SnapshotSigner.Open(database.Folder);
            return [.. SnapshotSignatureTable.Verify(connection, signer.PublicKeyPem).Select(problem => problem.Sentence)];
        });
        Tell("Evidence", differences, () => new EvidenceStore(database.Folder).Verify(EvidenceTable.All(connection), cancellationToken).Select(problem => problem.Sentence));
    }

    private static void Tell(string what, DifferenceList differences, Func<IEnumerable<string>> look) => differences.Look(what, () =>
    {
        foreach (var sentence in look())
        {
            differences.Add(sentence);
        }
    });
}

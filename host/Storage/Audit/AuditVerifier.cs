using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Audit;

/// <summary>Looks for differences between the audit log, its head in the database and its head file.</summary>
internal static class AuditVerifier
{
    private const int Fields = 8;

    private const string Rows =
        """
        SELECT no, CAST(no AS BLOB), CAST(at AS BLOB), CAST(author AS BLOB), CAST(act AS BLOB), CAST(subject AS BLOB),
            CAST(reason AS BLOB), CAST(before AS BLOB), CAST(after AS BLOB), hash
        FROM audit ORDER BY no
        """;

    public static IEnumerable<AuditProblem> Run(SqliteConnection connection, string? dataFolder)
    {
        // The file first: it tells only of committed rows, so that a log read later has them all.
        var file = dataFolder is null ? null : KeptFile.Read(dataFolder);

        // Rows and head have to be seen at the same moment; a savepoint does so inside of a transaction as well.
        connection.Execute("SAVEPOINT audit_verify");
        try
        {
            var pass = new Pass();
            foreach (var problem in pass.Over(connection))
            {
                yield return problem;
            }

            if (CheckHead(AuditTable.Head(connection), pass) is { } wrongHead)
            {
                yield return wrongHead;
            }

            if (file?.Against(connection) is { } wrongFile)
            {
                yield return wrongFile;
            }
        }
        finally
        {
            connection.Execute("RELEASE audit_verify");
        }
    }

    private static AuditProblem? CheckHead(AuditHead? head, Pass pass) => head switch
    {
        null => new AuditProblem(AuditDifference.HeadDiffers, pass.LastNo, "The head of the audit log is missing."),
        _ when head.No > pass.LastNo => new AuditProblem(
            AuditDifference.TailCut, pass.LastNo + 1,
            $"Row {pass.LastNo + 1} of the audit log and what followed, up to row {head.No}, were cut off."),
        _ when head.No < pass.LastNo || head.Hash != pass.LastHash => new AuditProblem(
            AuditDifference.HeadDiffers, head.No,
            $"The head of the audit log tells of row {head.No}, which is not the last row {pass.LastNo} as it is stored."),
        _ => null,
    };

    /// <summary>Goes from row to row. A row is proved from the stored hash before it, so that one changed row is not taken for many.</summary>
    private sealed class Pass
    {
        private byte[] previous = new byte[32];

        public long LastNo { get; private set; }

        public string LastHash => FieldHash.Hex(previous);

        public IEnumerable<AuditProblem> Over(SqliteConnection connection)
        {
            using var command = Sql.Command(connection, Rows);
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                if (Check(row.GetInt64(0), row) is { } problem)
                {
                    yield return problem;
                }
            }
        }

        private AuditProblem? Check(long no, SqliteDataReader row)
        {
            if (no <= LastNo)
            {
                return new AuditProblem(AuditDifference.RowAdded, no, $"The audit log has a row {no}; its numbers begin with 1.");
            }

            var (expected, hash) = (LastNo + 1, row.Bytes(Fields + 1));
            var follows = FieldHash.Of(previous, FieldHash.Stored(row, 1, Fields)).AsSpan().SequenceEqual(hash);
            (LastNo, previous) = (no, hash);
            return no > expected
                ? new AuditProblem(AuditDifference.RowMissing, expected, $"Rows {expected} to {no - 1} of the audit log are missing.")
                : follows ? null
                : new AuditProblem(
                    AuditDifference.HashDiffers, no,
                    $"Row {no} of the audit log is not what was written: it, or the hash of the row before it, was changed.");
        }
    }
}

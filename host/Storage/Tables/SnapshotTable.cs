using System.Globalization;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Official results, frozen as they were shown. A mistake is mended by a new one that replaces the old, which stays.</summary>
/// <remarks>
/// <code>hash = SHA-256(no ‖ movement ‖ period ‖ taken_at ‖ author ‖ reason ‖ board ‖ replaces)</code>
/// with fields written as <see cref="AuditTable"/> says. The hash is in the audit log too, whose chain protects it.
/// </remarks>
public static class SnapshotTable
{
    private const string Act = "snapshot.taken";
    private const string SubjectPrefix = "snapshot/";
    private const int Fields = 8;
    private const string Columns = "SELECT no, movement, period, taken_at, author, reason, replaces, hash FROM snapshot";

    /// <summary>Freezes a result and writes its row of the audit log. Belongs into a write transaction.</summary>
    /// <returns>The number of the result, from 1.</returns>
    /// <exception cref="ArgumentException">A text has a NUL character or half a surrogate pair.</exception>
    /// <exception cref="InvalidOperationException">It does not replace exactly the result of the period that is in force; or there is no open transaction.</exception>
    public static long Add(SqliteConnection connection, NewSnapshot snapshot)
    {
        if (InForce(connection, snapshot.Movement, snapshot.Period)?.No is var inForce && inForce != snapshot.Replaces)
        {
            throw new InvalidOperationException(inForce is null
                ? $"Period {snapshot.Period} of {snapshot.Movement} has no official result that could be replaced."
                : $"Period {snapshot.Period} of {snapshot.Movement} has the official result {inForce}; a new one has to replace it.");
        }

        var no = connection.Query("SELECT coalesce(max(no), 0) + 1 FROM snapshot", row => row.GetInt64(0))[0];
        var hash = FieldHash.Of(
            [],
            FieldHash.Field(no), FieldHash.Field(snapshot.Movement), FieldHash.Field(snapshot.Period), FieldHash.Field(snapshot.TakenAt.UnixMilliseconds),
            FieldHash.Field(snapshot.Author), FieldHash.Field(snapshot.Reason), FieldHash.Field(snapshot.Board), FieldHash.Field(snapshot.Replaces));
        connection.Execute(
            "INSERT INTO snapshot (no, movement, period, taken_at, author, reason, board, replaces, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            no, snapshot.Movement, snapshot.Period, snapshot.TakenAt.UnixMilliseconds, snapshot.Author, snapshot.Reason, snapshot.Board, snapshot.Replaces, hash);
        AuditTable.Append(connection, new AuditEntry
        {
            At = snapshot.TakenAt,
            Author = snapshot.Author,
            Act = Act,
            Subject = SubjectPrefix + no.ToString(CultureInfo.InvariantCulture),
            Reason = snapshot.Reason,
            After = AuditText(FieldHash.Hex(hash)),
        });
        return no;
    }

    /// <summary>In the order in which they were taken.</summary>
    public static IReadOnlyList<SnapshotRow> All(SqliteConnection connection) => connection.Query(Columns + " ORDER BY no", Map);

    public static SnapshotRow? Find(SqliteConnection connection, long no) => connection.Query(Columns + " WHERE no = $1", Map, no) is [var row] ? row : null;

    /// <summary>The result of a period that no other replaces.</summary>
    public static SnapshotRow? InForce(SqliteConnection connection, string movement, string period) => connection.Query(
        Columns + " AS this WHERE movement = $1 AND period = $2 AND NOT EXISTS (SELECT 1 FROM snapshot WHERE replaces = this.no)",
        Map, movement, period) is [var row] ? row : null;

    /// <summary>The board's JSON, word for word.</summary>
    public static string? Board(SqliteConnection connection, long no) =>
        connection.Query("SELECT board FROM snapshot WHERE no = $1", row => row.GetString(0), no) is [var board] ? board : null;

    /// <summary>Every difference from the hashes and from the audit log, which has to be verified itself.</summary>
    public static IEnumerable<SnapshotProblem> Verify(SqliteConnection connection)
    {
        using var command = Sql.Command(
            connection,
            """
            SELECT no, CAST(no AS BLOB), CAST(movement AS BLOB), CAST(period AS BLOB), CAST(taken_at AS BLOB), CAST(author AS BLOB),
                CAST(reason AS BLOB), CAST(board AS BLOB), CAST(replaces AS BLOB), hash,
                (SELECT after FROM audit WHERE subject = $2 || snapshot.no AND act = $1 ORDER BY audit.no LIMIT 1)
            FROM snapshot ORDER BY no
            """,
            Act, SubjectPrefix);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            if (Check(row.GetInt64(0), row) is { } problem)
            {
                yield return problem;
            }
        }

        foreach (var no in Missing(connection))
        {
            yield return new SnapshotProblem(SnapshotDifference.Missing, no, $"The official result {no} is missing; the audit log tells when it was taken.");
        }
    }

    private static SnapshotProblem? Check(long no, SqliteDataReader row)
    {
        var hash = FieldHash.Of([], FieldHash.Stored(row, 1, Fields));
        return !hash.AsSpan().SequenceEqual(row.Bytes(Fields + 1))
            ? new SnapshotProblem(SnapshotDifference.HashDiffers, no, $"The official result {no} is not as it was taken: its content does not give its hash.")
            : row.TextOrNull(Fields + 2) != AuditText(FieldHash.Hex(hash))
            ? new SnapshotProblem(SnapshotDifference.AuditDiffers, no, $"The official result {no} is not the one that the audit log tells of.")
            : null;
    }

    private static List<long> Missing(SqliteConnection connection) => connection.Query(
        """
        SELECT told.no FROM (SELECT CAST(substr(subject, length($2) + 1) AS INTEGER) AS no FROM audit WHERE act = $1) AS told
        WHERE NOT EXISTS (SELECT 1 FROM snapshot WHERE snapshot.no = told.no) ORDER BY told.no
        """,
        row => row.GetInt64(0), Act, SubjectPrefix);

    private static string AuditText(string hash) => $$"""{"hash":"{{hash}}"}""";

    private static SnapshotRow Map(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), new Instant(row.GetInt64(3)), row.GetString(4), row.GetString(5),
        row.NumberOrNull(6), FieldHash.Hex(row.Bytes(7)));
}

using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmulationPlatform.Storage.Audit;

/// <summary>
/// Every act of a person, append-only and chained, so that a later change is named by <see cref="Verify"/>.
/// </summary>
/// <remarks>
/// Any program can prove the chain again from the table <c>audit</c>:
/// <code>hash(no) = SHA-256(hash(no − 1) ‖ no ‖ at ‖ author ‖ act ‖ subject ‖ reason ‖ before ‖ after)</code>
/// hash(0) is 32 zero bytes. A field is its length in bytes as a 4-byte big-endian number, then its UTF-8 text; no and at
/// (milliseconds since 1970-01-01T00:00Z) are decimal text; NULL is the length −1 (FF FF FF FF) and no bytes.
/// </remarks>
public static class AuditTable
{
    /// <summary>Adds a row. Belongs into the transaction of the change it tells of: both are stored or neither.</summary>
    /// <returns>The number of the row.</returns>
    /// <exception cref="ArgumentException">A text has a NUL character or half a surrogate pair.</exception>
    /// <exception cref="InvalidOperationException">There is no open transaction, or the log has lost its head.</exception>
    public static long Append(SqliteConnection connection, AuditEntry entry)
    {
        if (raw.sqlite3_get_autocommit(connection.Handle) != 0)
        {
            throw new InvalidOperationException("An audit row belongs into the transaction of the change it tells of.");
        }

        var head = Head(connection) ?? throw new InvalidOperationException("The audit log has lost its head. Run verify, and restore a backup.");
        var no = head.No + 1;
        var hash = FieldHash.Of(
            Convert.FromHexString(head.Hash),
            FieldHash.Field(no), FieldHash.Field(entry.At.UnixMilliseconds), FieldHash.Field(entry.Author), FieldHash.Field(entry.Act),
            FieldHash.Field(entry.Subject), FieldHash.Field(entry.Reason), FieldHash.Field(entry.Before), FieldHash.Field(entry.After));
        connection.Execute(
            "INSERT INTO audit (no, at, author, act, subject, reason, before, after, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            no, entry.At.UnixMilliseconds, entry.Author, entry.Act, entry.Subject, entry.Reason, entry.Before, entry.After, hash);
        connection.Execute("UPDATE audit_head SET last_no = $1, hash = $2", no, hash);
        return no;
    }

    /// <summary>Newest first, at most <paramref name="limit"/>; null for <paramref name="before"/>, subject or author asks for all.</summary>
    /// <param name="before">Only rows of a smaller number: the last one of the page before.</param>
    public static IReadOnlyList<AuditRow> Page(SqliteConnection connection, long? before, int limit, string? subject, string? author) => connection.Query(
        "SELECT no, at, author, act, subject, reason, before, after, hash FROM audit WHERE no < $1"
            + (subject is null ? "" : " AND subject = $3") + (author is null ? "" : " AND author = $4") + " ORDER BY no DESC LIMIT $2",
        Map, before ?? long.MaxValue, limit, subject, author);

    /// <summary>Everything that was ever done to subjects of a kind, oldest first.</summary>
    /// <param name="kind">As <c>source</c>.</param>
    public static IReadOnlyList<AuditRow> About(SqliteConnection connection, string kind) => connection.Query(
        "SELECT no, at, author, act, subject, reason, before, after, hash FROM audit WHERE subject >= $1 || '/' AND subject < $1 || '0' ORDER BY no", Map, kind);

    /// <summary>Every difference, in order of the rows, as they are found in one pass over the whole log.</summary>
    /// <param name="dataFolder">Where <see cref="AuditHead"/> keeps its file; null when only the database is at hand, as with a backup.</param>
    public static IEnumerable<AuditProblem> Verify(SqliteConnection connection, string? dataFolder) => AuditVerifier.Run(connection, dataFolder);

    /// <summary>The last row as the database remembers it apart from the log; null when that is lost.</summary>
    internal static AuditHead? Head(SqliteConnection connection) =>
        connection.Query("SELECT last_no, hash FROM audit_head", row => new AuditHead(row.GetInt64(0), FieldHash.Hex(row.Bytes(1)))) is [var head] ? head : null;

    internal static string? HashOf(SqliteConnection connection, long no) =>
        connection.Query("SELECT hash FROM audit WHERE no = $1", row => FieldHash.Hex(row.Bytes(0)), no) is [var hash] ? hash : null;

    private static AuditRow Map(SqliteDataReader row) => new(
        row.GetInt64(0),
        new AuditEntry
        {
            At = new Instant(row.GetInt64(1)),
            Author = row.GetString(2),
            Act = row.GetString(3),
            Subject = row.GetString(4),
            Reason = row.GetString(5),
            Before = row.TextOrNull(6),
            After = row.TextOrNull(7),
        },
        FieldHash.Hex(row.Bytes(8)));
}

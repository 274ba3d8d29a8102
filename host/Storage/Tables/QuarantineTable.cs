using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>What could not be used, and topics nobody understands.</summary>
public static class QuarantineTable
{
    private const string Columns = "SELECT id, connector, topic, payload, code, reason, received_at, replayed_at FROM quarantine";

    /// <summary>Newest first, at most <paramref name="limit"/>, only ids below <paramref name="before"/> when given.</summary>
    public static IReadOnlyList<QuarantineRow> Page(SqliteConnection connection, long? before, int limit) =>
        connection.Query(Columns + " WHERE id < $1 ORDER BY id DESC LIMIT $2", Map, before ?? long.MaxValue, limit);

    public static QuarantineRow? Find(SqliteConnection connection, long id) =>
        connection.Query(Columns + " WHERE id = $1", Map, id) is [var row] ? row : null;

    public static void MarkReplayed(SqliteConnection connection, long id, Instant at) =>
        connection.Execute("UPDATE quarantine SET replayed_at = $2 WHERE id = $1", id, at.UnixMilliseconds);

    /// <summary>Most frequent first; without topics of which something was read later.</summary>
    public static IReadOnlyList<UnmatchedRow> StillUnmatched(SqliteConnection connection) => connection.Query(
        """
        SELECT connector, topic, count, last_payload, last_at FROM unmatched
        WHERE NOT EXISTS (
            SELECT 1 FROM source WHERE source.connector = unmatched.connector AND source.topic = unmatched.topic
                AND (SELECT received_at FROM reading WHERE reading.source = source.no ORDER BY at DESC LIMIT 1) > last_at)
        ORDER BY count DESC, topic LIMIT 1000
        """,
        row => new UnmatchedRow(row.GetString(0), row.GetString(1), row.GetInt64(2), row.Bytes(3), new Instant(row.GetInt64(4))));

    public static IReadOnlyList<string> UnmatchedNames(SqliteConnection connection) => connection.Query("SELECT topic FROM unmatched", row => row.GetString(0));

    private static QuarantineRow Map(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.Bytes(3), row.GetString(4), row.GetString(5), new Instant(row.GetInt64(6)),
        row.NumberOrNull(7) is { } replayed ? new Instant(replayed) : null);
}

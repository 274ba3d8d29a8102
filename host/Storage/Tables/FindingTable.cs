using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Intervals that somebody should see.</summary>
public static class FindingTable
{
    private const string Columns = "SELECT source, start_at, end_at, amount, marks FROM finding";

    /// <summary>All of a source's, in order of time.</summary>
    public static IReadOnlyList<FindingRow> Of(SqliteConnection connection, int source) =>
        connection.Query(Columns + " WHERE source = $1 ORDER BY start_at, end_at", Map, source);

    /// <summary>A source's that overlap a time.</summary>
    public static IReadOnlyList<FindingRow> Within(SqliteConnection connection, int source, Instant from, Instant to) => connection.Query(
        Columns + " WHERE source = $1 AND start_at < $3 AND end_at > $2 ORDER BY start_at, end_at", Map, source, from.UnixMilliseconds, to.UnixMilliseconds);

    /// <summary>Those with one of the marks, with the readings around them; newest first, at most <paramref name="limit"/>.</summary>
    /// <param name="source">Null for all sources.</param>
    public static IReadOnlyList<(FindingRow Finding, RegisterValue? Before, RegisterValue? After)> Marked(
        SqliteConnection connection, int? source, IntervalMarks any, int limit) => connection.Query(
        """
        SELECT source, start_at, end_at, amount, marks,
            (SELECT value FROM reading WHERE reading.source = finding.source AND at <= start_at ORDER BY at DESC LIMIT 1),
            (SELECT value FROM reading WHERE reading.source = finding.source AND at = end_at)
        FROM finding WHERE (marks & $1) <> 0 AND ($2 IS NULL OR source = $2) ORDER BY end_at DESC LIMIT $3
        """,
        row => (Map(row), Value(row, 5), Value(row, 6)),
        (long)any, source, limit);

    private static RegisterValue? Value(SqliteDataReader row, int column) => row.NumberOrNull(column) is { } nano ? new RegisterValue(nano) : null;

    private static FindingRow Map(SqliteDataReader row) => new(row.GetInt32(0), new Interval(
        new Instant(row.GetInt64(1)), new Instant(row.GetInt64(2)), new Amount(row.GetInt64(3)), (IntervalMarks)row.GetInt32(4)));
}

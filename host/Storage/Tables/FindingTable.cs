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

    /// <summary>Of all sources, those with one of the marks; newest first, at most <paramref name="limit"/>.</summary>
    public static IReadOnlyList<FindingRow> Marked(SqliteConnection connection, IntervalMarks any, int limit) => connection.Query(
        Columns + " WHERE (marks & $1) <> 0 ORDER BY end_at DESC LIMIT $2", Map, (long)any, limit);

    private static FindingRow Map(SqliteDataReader row) => new(row.GetInt32(0), new Interval(
        new Instant(row.GetInt64(1)), new Instant(row.GetInt64(2)), new Amount(row.GetInt64(3)), (IntervalMarks)row.GetInt32(4)));
}

using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>When readings came, from the reading log.</summary>
public static class HeardTable
{
    /// <summary>Of the newest readings of a source, at most <paramref name="limit"/>; oldest first.</summary>
    public static IReadOnlyList<(Instant At, Instant ReceivedAt)> Last(SqliteConnection connection, int source, int limit)
    {
        var newestFirst = connection.Query(
            "SELECT at, received_at FROM reading WHERE source = $1 ORDER BY at DESC LIMIT $2",
            row => (new Instant(row.GetInt64(0)), new Instant(row.GetInt64(1))), source, limit);
        newestFirst.Reverse();
        return newestFirst;
    }

    /// <summary>When the last reading of any source came before a moment; null when none did. One look per source, by the key.</summary>
    public static Instant? LastBefore(SqliteConnection connection, Instant moment) => connection.Query(
        """
        SELECT max((SELECT received_at FROM reading WHERE reading.source = source.no AND received_at < $1 ORDER BY at DESC LIMIT 1)) FROM source
        """,
        row => row.NumberOrNull(0),
        moment.UnixMilliseconds)[0] is { } at ? new Instant(at) : null;
}

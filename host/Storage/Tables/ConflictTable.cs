using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Readings that contradicted a stored one.</summary>
public static class ConflictTable
{
    /// <summary>Newest first, at most <paramref name="limit"/>; of one source or of all.</summary>
    public static IReadOnlyList<ConflictRow> All(SqliteConnection connection, int? source, int limit) => connection.Query(
        """
        SELECT conflict.source, conflict.at, reading.value, conflict.value, conflict.received_at, origin.name
        FROM conflict JOIN reading ON reading.source = conflict.source AND reading.at = conflict.at JOIN origin ON origin.no = conflict.origin
        WHERE $1 IS NULL OR conflict.source = $1 ORDER BY conflict.at DESC LIMIT $2
        """,
        row => new ConflictRow(
            row.GetInt32(0), new Instant(row.GetInt64(1)), new RegisterValue(row.GetInt64(2)), new RegisterValue(row.GetInt64(3)), new Instant(row.GetInt64(4)), row.GetString(5)),
        source, limit);
}

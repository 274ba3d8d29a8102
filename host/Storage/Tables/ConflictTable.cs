using System.Globalization;
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

    /// <summary>Conflicts that were taken out, put in or changed by another hand, and those that contradict nothing.</summary>
    /// <returns>A sentence for each; empty when all is well.</returns>
    public static IReadOnlyList<string> Verify(SqliteConnection connection) =>
    [
        .. connection.Query(
            """
            SELECT source.id, coalesce(tally.rows, 0), coalesce(tally.checksum, 0), coalesce(kept.rows, 0), coalesce(kept.checksum, 0)
            FROM source LEFT JOIN conflict_tally AS tally ON tally.source = source.no
            LEFT JOIN (
                SELECT source, count(*) AS rows, sum(at % 1000003 * 31 + value % 1000003 * 17 + received_at % 1000003 * 7 + origin) AS checksum FROM conflict GROUP BY source
            ) AS kept ON kept.source = source.no
            ORDER BY source.no
            """,
            row => Difference(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4))).OfType<string>(),
        .. connection.Query(
            """
            SELECT source.id, conflict.at, reading.value IS NULL
            FROM conflict JOIN source ON source.no = conflict.source LEFT JOIN reading ON reading.source = conflict.source AND reading.at = conflict.at
            WHERE reading.value IS NULL OR reading.value = conflict.value ORDER BY conflict.source, conflict.at
            """,
            row => $"{row.GetString(0)}: the conflict at {new Instant(row.GetInt64(1))} contradicts no reading: {(row.GetBoolean(2) ? "there is none at that moment" : "the reading says the same")}."),
    ];

    private static string? Difference(string source, long told, long toldSum, long kept, long keptSum) => (told, toldSum) switch
    {
        _ when told != kept => string.Create(CultureInfo.InvariantCulture, $"{source}: {told} readings that contradicted others were kept, {kept} are stored."),
        _ when toldSum != keptSum => $"{source}: a reading that contradicted another one is not stored as it came.",
        _ => null,
    };
}

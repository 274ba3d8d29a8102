using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>What watches say, with who has seen to it; of each source and watch one row.</summary>
public static class AlertTable
{
    public static IReadOnlyList<AlertRow> All(SqliteConnection connection) => connection.Query(
        """
        SELECT source.id, alert.kind, since, raised_since, last_seen, figures, seen_by, seen_at, seen_reason, cleared_at
        FROM alert JOIN source ON source.no = alert.source
        """,
        row => new AlertRow(
            row.GetString(0), row.GetString(1), new Instant(row.GetInt64(2)), new Instant(row.GetInt64(3)), new Instant(row.GetInt64(4)), row.GetString(5))
        {
            SeenBy = row.TextOrNull(6),
            SeenAt = InstantOrNull(row, 7),
            SeenReason = row.TextOrNull(8),
            ClearedAt = InstantOrNull(row, 9),
        });

    /// <summary>Replaces what the watch said of the source before. A source that is not stored is passed over.</summary>
    public static void Put(SqliteConnection connection, AlertRow alert) => connection.Execute(
        """
        INSERT OR REPLACE INTO alert (source, kind, since, raised_since, last_seen, figures, seen_by, seen_at, seen_reason, cleared_at)
        SELECT no, $2, $3, $4, $5, $6, $7, $8, $9, $10 FROM source WHERE id = $1
        """,
        alert.Source, alert.Kind, alert.Since.UnixMilliseconds, alert.RaisedSince.UnixMilliseconds, alert.LastSeen.UnixMilliseconds, alert.Figures,
        alert.SeenBy, alert.SeenAt?.UnixMilliseconds, alert.SeenReason, alert.ClearedAt?.UnixMilliseconds);

    public static void Remove(SqliteConnection connection, string source, string kind) => connection.Execute(
        "DELETE FROM alert WHERE source = (SELECT no FROM source WHERE id = $1) AND kind = $2", source, kind);

    private static Instant? InstantOrNull(SqliteDataReader row, int column) => row.NumberOrNull(column) is { } at ? new Instant(at) : null;
}

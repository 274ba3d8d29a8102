using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Who has seen to what watches raised.</summary>
public static class AlertTable
{
    public static IReadOnlyList<AlertAcknowledgement> Acknowledgements(SqliteConnection connection) => connection.Query(
        "SELECT source, kind, since, author, reason, at FROM alert_acknowledgement",
        row => new AlertAcknowledgement(row.GetInt32(0), row.GetString(1), new Instant(row.GetInt64(2)), row.GetString(3), row.GetString(4), new Instant(row.GetInt64(5))));

    /// <summary>The newest word holds.</summary>
    public static void Acknowledge(SqliteConnection connection, AlertAcknowledgement seen) => connection.Execute(
        "INSERT OR REPLACE INTO alert_acknowledgement (source, kind, since, author, reason, at) VALUES ($1, $2, $3, $4, $5, $6)",
        seen.Source, seen.Kind, seen.Since.UnixMilliseconds, seen.Author, seen.Reason, seen.At.UnixMilliseconds);
}

using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Durable state of connectors.</summary>
public static class ConnectorStateTable
{
    public static IReadOnlyList<KeyValuePair<string, byte[]>> Load(SqliteConnection connection, string connector, string prefix) => connection.Query(
        "SELECT key, value FROM connector_state WHERE connector = $1 AND substr(key, 1, length($2)) = $2 ORDER BY key",
        row => KeyValuePair.Create(row.GetString(0), row.Bytes(1)), connector, prefix);
}

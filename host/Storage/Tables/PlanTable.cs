using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Plan files that were put to use, with the version each became.</summary>
public static class PlanTable
{
    /// <summary>The newest, or null when nobody has chosen one.</summary>
    public static (int Version, string Text)? InUse(SqliteConnection connection) =>
        connection.Query("SELECT version, text FROM plan ORDER BY version DESC LIMIT 1", row => (row.GetInt32(0), row.GetString(1))) is [var plan] ? plan : null;

    /// <returns>The version it became.</returns>
    public static int Use(SqliteConnection connection, string id, string text, Instant from)
    {
        connection.Execute("INSERT INTO plan (id, text, used_from) VALUES ($1, $2, $3)", id, text, from.UnixMilliseconds);
        return connection.Query("SELECT max(version) FROM plan", row => row.GetInt32(0))[0];
    }
}

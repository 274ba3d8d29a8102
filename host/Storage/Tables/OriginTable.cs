using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Names of where readings come from.</summary>
public static class OriginTable
{
    /// <summary>Number of the origin; given on first use.</summary>
    public static int Number(SqliteConnection connection, string name)
    {
        connection.Execute("INSERT INTO origin (name) VALUES ($1) ON CONFLICT (name) DO NOTHING", name);
        return connection.Query("SELECT no FROM origin WHERE name = $1", row => row.GetInt32(0), name)[0];
    }
}

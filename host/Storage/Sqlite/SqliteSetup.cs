using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmulationPlatform.Storage.Sqlite;

/// <summary>Opens connections the one way that keeps the promises of docs/decisions/0002-durable-ingest.md.</summary>
internal static class SqliteSetup
{
    /// <summary>Oldest library that has what the schema needs (upsert with WITHOUT ROWID, 3.24) with a margin for WAL fixes.</summary>
    private static readonly Version OldestVersion = new(3, 35, 5);

    private const string WaitForLocks = "PRAGMA busy_timeout=5000";

    static SqliteSetup() => Batteries_V2.Init();

    public static string LibraryVersion => raw.sqlite3_libversion().utf8_to_string();

    /// <exception cref="InvalidOperationException">The library is older than the oldest one tried.</exception>
    public static void CheckLibrary()
    {
        if (Version.Parse(LibraryVersion) < OldestVersion)
        {
            throw new InvalidOperationException($"SQLite {LibraryVersion} is too old; {OldestVersion} or newer is needed. Restore the packages of Directory.Packages.props.");
        }
    }

    /// <summary>The only connection that writes or checkpoints.</summary>
    public static SqliteConnection OpenWriter(StorageOptions options)
    {
        var connection = Open(options.DatabaseFile, SqliteOpenMode.ReadWriteCreate);
        try
        {
            Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-16384;");
            Execute(connection, WaitForLocks);
            Execute(connection, $"PRAGMA wal_autocheckpoint={options.CheckpointPages}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>For short reads; a long one would keep the write-ahead log from being cut.</summary>
    public static SqliteConnection OpenReader(StorageOptions options)
    {
        var connection = Open(options.DatabaseFile, SqliteOpenMode.ReadOnly);
        Execute(connection, "PRAGMA query_only=ON; PRAGMA cache_size=-4096; PRAGMA busy_timeout=5000;");
        return connection;
    }

    /// <summary>A reader with temporary tables and views of its own; the file itself cannot be written through it.</summary>
    public static SqliteConnection OpenScratchReader(StorageOptions options)
    {
        var connection = Open(options.DatabaseFile, SqliteOpenMode.ReadOnly);
        Execute(connection, "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384; PRAGMA busy_timeout=5000;");
        return connection;
    }

    /// <returns>False when a reader still needs the write-ahead log; what could be copied has been.</returns>
    public static bool TryCutLog(SqliteConnection writer)
    {
        Execute(writer, "PRAGMA busy_timeout=0");
        using var command = writer.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        var busy = Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) != 0;
        Execute(writer, WaitForLocks);
        return !busy;
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        // Pooling is off: a pooled handle would outlive a failed commit, and a failed handle is never used again.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}

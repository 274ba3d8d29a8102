using System.Text.Json;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Keys of people and programs, users of devices: hashes only.</summary>
public static class AccessTable
{
    public static IReadOnlyList<(byte[] Hash, string Name, string Role, string Unit)> Keys(SqliteConnection connection) =>
        connection.Query("SELECT hash, name, role, unit FROM access_key", row => (row.Bytes(0), row.GetString(1), row.GetString(2), row.GetString(3)));

    public static void AddKey(SqliteConnection connection, byte[] hash, string name, string role, string unit, Instant createdAt) => connection.Execute(
        "INSERT INTO access_key (hash, name, role, unit, created_at) VALUES ($1, $2, $3, $4, $5)", hash, name, role, unit, createdAt.UnixMilliseconds);

    public static IReadOnlyList<(string Name, byte[] PasswordHash, IReadOnlyList<string> Topics)> DeviceUsers(SqliteConnection connection) => connection.Query(
        "SELECT name, password_hash, topics FROM device_user",
        row => (row.GetString(0), row.Bytes(1), (IReadOnlyList<string>)JsonSerializer.Deserialize<string[]>(row.GetString(2))!));

    /// <summary>Adds the user, or gives an existing one a new password and new topics.</summary>
    public static void PutDeviceUser(SqliteConnection connection, string name, byte[] passwordHash, IReadOnlyList<string> topics, Instant createdAt) =>
        connection.Execute(
            """
            INSERT INTO device_user (name, password_hash, topics, created_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (name) DO UPDATE SET password_hash = excluded.password_hash, topics = excluded.topics
            """,
            name, passwordHash, JsonSerializer.Serialize(topics), createdAt.UnixMilliseconds);
}

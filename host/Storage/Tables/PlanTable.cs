using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Plan files that were put to use, word for word, in the order that happened.</summary>
public static class PlanTable
{
    private const string Columns = "SELECT id, version, text FROM plan";

    /// <summary>The plan in use, or null when nobody has chosen one.</summary>
    public static StoredPlan? InUse(SqliteConnection connection) =>
        connection.Query(Columns + " ORDER BY no DESC LIMIT 1", Map) is [var plan] ? plan : null;

    /// <summary>The highest version of one plan that was ever in use.</summary>
    public static StoredPlan? Newest(SqliteConnection connection, string id) =>
        connection.Query(Columns + " WHERE id = $1 ORDER BY version DESC, no DESC LIMIT 1", Map, id) is [var plan] ? plan : null;

    /// <summary>Every plan that was ever put to use, in that order; one that was used again is there again.</summary>
    public static IReadOnlyList<UsedPlan> All(SqliteConnection connection) =>
        connection.Query("SELECT id, version, text, used_from FROM plan ORDER BY no", row => new UsedPlan(Map(row), new Instant(row.GetInt64(3))));

    public static void Use(SqliteConnection connection, StoredPlan plan, Instant from) => connection.Execute(
        "INSERT INTO plan (id, version, text, used_from) VALUES ($1, $2, $3, $4)", plan.Id, plan.Version, plan.Text, from.UnixMilliseconds);

    private static StoredPlan Map(SqliteDataReader row) => new(row.GetString(0), row.GetInt32(1), row.GetString(2));
}

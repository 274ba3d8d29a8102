using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>How open points of plans were settled, in the order that happened.</summary>
public static class PlanChoiceTable
{
    public static IReadOnlyList<StoredChoice> Of(SqliteConnection connection, string plan) => connection.Query(
        "SELECT plan, decision, option, reason, author, at FROM plan_choice WHERE plan = $1 ORDER BY no",
        row => new StoredChoice(row.GetString(0), row.GetString(1), row.TextOrNull(2), row.GetString(3), row.GetString(4), new Instant(row.GetInt64(5))),
        plan);

    public static void Add(SqliteConnection connection, StoredChoice choice) => connection.Execute(
        "INSERT INTO plan_choice (plan, decision, option, reason, author, at) VALUES ($1, $2, $3, $4, $5, $6)",
        choice.Plan, choice.Decision, choice.Option, choice.Reason, choice.Author, choice.At.UnixMilliseconds);
}

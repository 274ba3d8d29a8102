using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>What people chose where a plan leaves something open. Rows are never changed or removed; the newest of a point counts.</summary>
public static class PlanChoiceTable
{
    private const string Columns = "SELECT plan, decision, option, reason, author, entered_at FROM plan_choice AS choice WHERE plan = $1";

    /// <summary>Belongs into a write transaction.</summary>
    /// <returns>Number of the choice.</returns>
    public static long Add(SqliteConnection connection, StoredChoice choice)
    {
        var no = connection.Query("SELECT coalesce(max(no), 0) + 1 FROM plan_choice", row => row.GetInt64(0))[0];
        connection.Execute(
            "INSERT INTO plan_choice (no, plan, decision, option, reason, author, entered_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            no, choice.Plan, choice.Decision, choice.Option, choice.Reason, choice.Author, choice.At.UnixMilliseconds);
        return no;
    }

    /// <summary>All of one plan, in the order in which they were made.</summary>
    public static IReadOnlyList<StoredChoice> Of(SqliteConnection connection, string plan) => connection.Query(Columns + " ORDER BY no", Map, plan);

    /// <summary>The newest choice of each point of one plan, unless it takes the one before back.</summary>
    public static IReadOnlyList<StoredChoice> InForce(SqliteConnection connection, string plan) => connection.Query(
        Columns + " AND option IS NOT NULL AND no = (SELECT max(no) FROM plan_choice WHERE plan = choice.plan AND decision = choice.decision) ORDER BY decision",
        Map, plan);

    private static StoredChoice Map(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.TextOrNull(2), row.GetString(3), row.GetString(4), new Instant(row.GetInt64(5)));
}

using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Appeals and their answers, in the order the appeals came.</summary>
public static class AppealTable
{
    private const string Columns =
        """
        SELECT appeal.no, appeal.unit, appeal.target, appeal.period, appeal.reason, appeal.evidence, appeal.author, appeal.at,
            answer.accepted, answer.reason, answer.author, answer.at
        FROM appeal LEFT JOIN appeal_answer AS answer ON answer.appeal = appeal.no
        """;

    public static IReadOnlyList<StoredAppeal> All(SqliteConnection connection) => connection.Query(Columns + " ORDER BY appeal.no", Map);

    /// <returns>Its number, from 1.</returns>
    public static long Add(SqliteConnection connection, StoredAppeal appeal)
    {
        connection.Execute(
            "INSERT INTO appeal (unit, target, period, reason, evidence, author, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            appeal.Unit, appeal.Target, appeal.Period, appeal.Reason, string.Join(' ', appeal.Evidence), appeal.Author, appeal.At.UnixMilliseconds);
        return connection.Query("SELECT last_insert_rowid()", row => row.GetInt64(0))[0];
    }

    public static void Answer(SqliteConnection connection, long appeal, AppealAnswer answer) => connection.Execute(
        "INSERT INTO appeal_answer (appeal, accepted, reason, author, at) VALUES ($1, $2, $3, $4, $5)",
        appeal, answer.Accepted, answer.Reason, answer.Author, answer.At.UnixMilliseconds);

    private static StoredAppeal Map(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        row.GetString(6), new Instant(row.GetInt64(7)),
        row.NumberOrNull(8) is { } accepted ? new(accepted == 1, row.GetString(9), row.GetString(10), new Instant(row.GetInt64(11))) : null);
}

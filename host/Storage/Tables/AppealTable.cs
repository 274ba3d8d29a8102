using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Objections to results and what was decided about them, once. Rows are never changed or removed.</summary>
public static class AppealTable
{
    private const string Columns =
        """
        SELECT appeal.no, appeal.unit, appeal.target, appeal.period, appeal.reason, appeal.evidence, appeal.author, appeal.entered_at,
            answer.accepted, answer.reason, answer.author, answer.entered_at
        FROM appeal LEFT JOIN appeal_answer answer ON answer.appeal = appeal.no
        """;

    /// <summary>Belongs into a write transaction.</summary>
    /// <returns>Number of the appeal; <see cref="StoredAppeal.No"/> and <see cref="StoredAppeal.Answer"/> are not looked at.</returns>
    /// <exception cref="InvalidOperationException">A piece of evidence is not known.</exception>
    public static long Add(SqliteConnection connection, StoredAppeal appeal)
    {
        var no = connection.Query("SELECT coalesce(max(no), 0) + 1 FROM appeal", row => row.GetInt64(0))[0];
        connection.Execute(
            "INSERT INTO appeal (no, unit, target, period, reason, evidence, author, entered_at) VALUES ($1, nullif($2, ''), $3, $4, $5, $6, $7, $8)",
            no, appeal.Unit, appeal.Target, appeal.Period, appeal.Reason, HashList.Text(connection, appeal.Evidence), appeal.Author, appeal.At.UnixMilliseconds);
        return no;
    }

    /// <exception cref="SqliteException">There is no such appeal, or it has its answer.</exception>
    public static void Answer(SqliteConnection connection, long no, AppealAnswer answer) => connection.Execute(
        "INSERT INTO appeal_answer (appeal, accepted, reason, author, entered_at) VALUES ($1, $2, $3, $4, $5)",
        no, answer.Accepted, answer.Reason, answer.Author, answer.At.UnixMilliseconds);

    /// <summary>All appeals, in the order in which they were made.</summary>
    public static IReadOnlyList<StoredAppeal> All(SqliteConnection connection) => connection.Query(Columns + " ORDER BY appeal.no", Map);

    /// <summary>In the order in which they were made.</summary>
    public static IReadOnlyList<StoredAppeal> OfPeriod(SqliteConnection connection, string period) =>
        connection.Query(Columns + " WHERE appeal.period = $1 ORDER BY appeal.no", Map, period);

    /// <summary>Of all periods, oldest first: what waits for an answer.</summary>
    public static IReadOnlyList<StoredAppeal> Open(SqliteConnection connection) => connection.Query(Columns + " WHERE answer.appeal IS NULL ORDER BY appeal.no", Map);

    public static StoredAppeal? Find(SqliteConnection connection, long no) => connection.Query(Columns + " WHERE appeal.no = $1", Map, no) is [var found] ? found : null;

    private static StoredAppeal Map(SqliteDataReader row) => new()
    {
        No = row.GetInt64(0),
        Unit = row.TextOrNull(1) ?? "",
        Target = row.GetString(2),
        Period = row.GetString(3),
        Reason = row.GetString(4),
        Evidence = HashList.Parse(row.GetString(5)),
        Author = row.GetString(6),
        At = new Instant(row.GetInt64(7)),
        Answer = row.NumberOrNull(8) is { } accepted ? new AppealAnswer(accepted == 1, row.GetString(9), row.GetString(10), new Instant(row.GetInt64(11))) : null,
    };
}

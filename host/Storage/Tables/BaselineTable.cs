using System.Globalization;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>What units used in their base years, in versions: each proposal is kept, the newest approved one counts.</summary>
public static class BaselineTable
{
    private const string Columns =
        """
        SELECT version.no, version.unit, version.metric, version.year, version.months, version.made_of, version.reference, version.reason, version.author,
            version.entered_at, decision.approved, decision.reason, decision.author, decision.decided_at
        FROM baseline_version version LEFT JOIN baseline_decision decision ON decision.version = version.no
        """;

    /// <summary>Those that count: the newest approved version of each unit, metric and year.</summary>
    public static IReadOnlyList<BaselineRecord> All(SqliteConnection connection) =>
    [
        .. connection.Query(Columns + " WHERE decision.approved = 1 ORDER BY version.unit, version.metric, version.year, decision.decided_at, version.no", Map)
            .GroupBy(version => (version.Baseline.Unit, version.Baseline.Metric, version.Baseline.Year))
            .Select(versions => versions.Last().Baseline),
    ];

    /// <summary>Every version ever proposed, newest first.</summary>
    public static IReadOnlyList<BaselineVersion> Versions(SqliteConnection connection) => connection.Query(Columns + " ORDER BY version.no DESC", Map);

    public static BaselineVersion? Find(SqliteConnection connection, long no) => connection.Query(Columns + " WHERE version.no = $1", Map, no) is [var found] ? found : null;

    /// <returns>Number of the version.</returns>
    public static long Propose(SqliteConnection connection, BaselineRecord baseline, string reason, string author, Instant at)
    {
        connection.Execute(
            """
            INSERT INTO baseline_version (unit, metric, year, made_of, months, reference, reason, author, entered_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            baseline.Unit, baseline.Metric, baseline.Year, baseline.MadeOf.ToString(), Text(baseline.Months), baseline.Reference, reason, author, at.UnixMilliseconds);
        return connection.Query("SELECT last_insert_rowid()", row => row.GetInt64(0))[0];
    }

    public static void Decide(SqliteConnection connection, long version, BaselineDecision decision) => connection.Execute(
        "INSERT INTO baseline_decision (version, approved, reason, author, decided_at) VALUES ($1, $2, $3, $4, $5)",
        version, decision.Approved, decision.Reason, decision.Author, decision.DecidedAt.UnixMilliseconds);

    private static string Text(IReadOnlyList<Amount?> months) => string.Join(';', months.Select(month => month?.Micro.ToString(CultureInfo.InvariantCulture) ?? ""));

    private static Amount?[] Months(string text) =>
        [.. text.Split(';').Select(month => month.Length == 0 ? (Amount?)null : new Amount(long.Parse(month, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)))];

    private static BaselineVersion Map(SqliteDataReader row) => new(
        row.GetInt64(0),
        new BaselineRecord(
            row.GetString(1), row.GetString(2), row.GetInt32(3), Months(row.GetString(4)), Enum.Parse<BaselineOrigin>(row.GetString(5)), row.GetString(6)),
        row.GetString(7), row.GetString(8), new Instant(row.GetInt64(9)))
    {
        Decision = row.NumberOrNull(10) is { } approved
            ? new BaselineDecision(approved == 1, row.GetString(11), row.GetString(12), new Instant(row.GetInt64(13)))
            : null,
    };
}

using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Stored hours and how far they go.</summary>
public static class HourTable
{
    private const string Columns = "amount, covered_ms, estimated_ms, suspect_ms";
    private const string Hours = "SELECT hour, " + Columns + " FROM hour WHERE source = $1 AND hour >= $2 AND hour < $3";

    private const string Days24 = "SELECT day * 24 - 7 AS hour, " + Columns + " FROM day WHERE source = $1 AND day >= $4 AND day < $5";

    private const string DaysAndHours =
        Days24 + " UNION ALL SELECT hour, " + Columns + " FROM hour WHERE source = $1 AND hour >= $2 AND hour < $6"
        + " UNION ALL SELECT hour, " + Columns + " FROM hour WHERE source = $1 AND hour >= $7 AND hour < $3";

    private const string SumOf =
        "SELECT coalesce(sum(amount), 0), coalesce(sum(covered_ms), 0), coalesce(sum(estimated_ms), 0), coalesce(sum(suspect_ms), 0) FROM ";

    /// <summary>Hours from one (included) to another (excluded), in order.</summary>
    public static IReadOnlyList<HourRow> Range(SqliteConnection connection, int source, Hour from, Hour to) => connection.Query(
        """
        SELECT hour, amount, covered_ms, estimated_ms, suspect_ms FROM hour
        WHERE source = $1 AND hour >= $2 AND hour < $3 ORDER BY hour
        """,
        row => new HourRow(
            source, new Hour(row.GetInt64(0)), new HourCell(new Amount(row.GetInt64(1)), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4))),
        source, from.Index, to.Index);

    /// <summary>The same in as few rows as can be: whole days, and the hours before and after them. In order.</summary>
    public static IReadOnlyList<(Hour Start, HourSum Sum)> Steps(SqliteConnection connection, int source, Hour from, Hour to)
    {
        var range = new BlockRange(from, to);
        return connection.Query(Rows(range) + " ORDER BY 1", row => (new Hour(row.GetInt64(0)), Sum(row, 1)), range.Arguments(source));
    }

    /// <summary>Whether <see cref="Steps"/> begins a new one here, whatever the range.</summary>
    public static bool IsStep(Hour hour) => StepOf(hour) == hour;

    /// <summary>First hour of the day an hour is summed with.</summary>
    public static Hour StepOf(Hour hour) => HourBlock.Start(HourBlock.Of(hour));

    /// <summary>Sum over hours from one (included) to another (excluded).</summary>
    public static HourSum Sum(SqliteConnection connection, int source, Hour from, Hour to)
    {
        // Months are whole days: SQLite sums one table directly several times faster than a union of them.
        var range = new BlockRange(from, to);
        var sql = range.IsWholeDays ? SumOf + "day WHERE source = $1 AND day >= $4 AND day < $5" : SumOf + "(" + Rows(range) + ")";
        return connection.Query(sql, row => Sum(row, 0), range.Arguments(source))[0];
    }

    /// <summary>Stored sums of days by their first hours.</summary>
    public static IReadOnlyList<(Hour Start, HourSum Sum)> Days(SqliteConnection connection, int source) => connection.Query(
        "SELECT day, amount, covered_ms, estimated_ms, suspect_ms FROM day WHERE source = $1 ORDER BY day",
        row => (HourBlock.Start(row.GetInt64(0)), Sum(row, 1)), source);

    public static FoldRow? Fold(SqliteConnection connection, int source) => connection.Query(
        """
        SELECT through_at, reference_at, reference_value, before_at, before_value, earlier_at, earlier_value, last_marks, open_at, open_value, open_high,
            settling, unsettled_since, shown_value, left_at, left_value,
            risen_at, risen_value
        FROM fold WHERE source = $1
        """,
        row => new FoldRow(source, new Instant(row.GetInt64(0)), State(row), row.NumberOrNull(12) is { } since ? new Instant(since) : null),
        source) is [var fold] ? fold : null;

    public static IReadOnlyList<UnsettledSpan> Unsettled(SqliteConnection connection, int source) => connection.Query(
        "SELECT start_at, end_at FROM unsettled WHERE source = $1 ORDER BY start_at",
        row => new UnsettledSpan(new Instant(row.GetInt64(0)), new Instant(row.GetInt64(1))),
        source);

    /// <summary>Forgets what was derived for a source, so that it is derived again from its readings.</summary>
    public static void Clear(SqliteConnection connection, int source)
    {
        connection.Execute("DELETE FROM hour WHERE source = $1", source);
        connection.Execute("DELETE FROM day WHERE source = $1", source);
        connection.Execute("DELETE FROM fold WHERE source = $1", source);
        connection.Execute("DELETE FROM unsettled WHERE source = $1", source);
        connection.Execute("DELETE FROM finding WHERE source = $1", source);
    }

    private static string Rows(BlockRange range) => range.IsWholeDays ? Days24 : range.HasDays ? DaysAndHours : Hours;

    private static HourSum Sum(SqliteDataReader row, int column) =>
        new(new Amount(row.GetInt64(column)), row.GetInt64(column + 1), row.GetInt64(column + 2), row.GetInt64(column + 3));

    private static CounterState State(SqliteDataReader row) => new(
        Reading(row, 1), Reading(row, 3), Reading(row, 5), (IntervalMarks)row.GetInt32(7),
        Reading(row, 8) is { } open ? new OpenReading(open, row.GetBoolean(10)) : null, row.GetInt32(11))
    {
        Shown = row.NumberOrNull(13) is { } shown ? new RegisterValue(shown) : null,
        Left = Reading(row, 14) is { } from && Reading(row, 16) is { } high ? new LeftLine(from, high) : null,
    };

    private static MeterReading? Reading(SqliteDataReader row, int column) =>
        row.NumberOrNull(column) is { } at ? new MeterReading(new Instant(at), new RegisterValue(row.GetInt64(column + 1))) : null;
}

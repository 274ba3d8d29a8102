using System.Globalization;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Sources and the units they count for.</summary>
public static class SourceTable
{
    public static IReadOnlyList<SourceRow> All(SqliteConnection connection) => connection.Query(
        """
        SELECT no, id, connector, profile, topic, metric, kind, direction, channel, measure, first_seen_at, factor, register_width, max_rate_per_hour
        FROM source ORDER BY no
        """,
        row => new SourceRow(
            row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
            Enum.Parse<SourceKind>(row.GetString(6)), Enum.Parse<FlowDirection>(row.GetString(7)), row.TextOrNull(8), row.GetString(9), new Instant(row.GetInt64(10)))
        {
            Factor = Number(row.GetString(11)),
            RegisterWidth = row.TextOrNull(12) is { } width ? Number(width) : null,
            MaxRatePerHour = row.TextOrNull(13) is { } rate ? Number(rate) : null,
        });

    public static void Update(SqliteConnection connection, SourceRow row) => connection.Execute(
        """
        UPDATE source SET metric = $2, kind = $3, direction = $4, measure = $5, factor = $6, register_width = $7, max_rate_per_hour = $8
        WHERE no = $1
        """,
        row.No, row.Metric, row.Kind.ToString(), row.Direction.ToString(), row.Measure,
        Text(row.Factor), Text(row.RegisterWidth), Text(row.MaxRatePerHour));

    public static IReadOnlyList<Assignment> Assignments(SqliteConnection connection) => connection.Query(
        "SELECT source, unit, from_hour, to_hour FROM assignment ORDER BY id",
        row => new Assignment(row.GetInt32(0), row.GetString(1), HourOrNull(row, 2), HourOrNull(row, 3)));

    /// <summary>Replaces all assignments of a source.</summary>
    public static void Assign(SqliteConnection connection, int source, IEnumerable<Assignment> assignments)
    {
        connection.Execute("DELETE FROM assignment WHERE source = $1", source);
        foreach (var assignment in assignments)
        {
            connection.Execute(
                "INSERT INTO assignment (source, unit, from_hour, to_hour) VALUES ($1, $2, $3, $4)",
                assignment.Source, assignment.Unit, assignment.From?.Index, assignment.To?.Index);
        }
    }

    public static long Conflicts(SqliteConnection connection, int source) =>
        connection.Query("SELECT count(*) FROM conflict WHERE source = $1", row => row.GetInt64(0), source)[0];

    private static Metering.Hour? HourOrNull(SqliteDataReader row, int column) => row.NumberOrNull(column) is { } hour ? new Metering.Hour(hour) : null;

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}

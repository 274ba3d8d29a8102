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
        SELECT no, id, connector, profile, topic, metric, kind, direction, channel, measure, first_seen_at, factor, register_width, max_rate_per_hour,
            label, place, parent, counted
        FROM source ORDER BY no
        """,
        row => new SourceRow(
            row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
            Enum.Parse<SourceKind>(row.GetString(6)), Enum.Parse<FlowDirection>(row.GetString(7)), row.TextOrNull(8), row.GetString(9), new Instant(row.GetInt64(10)))
        {
            Factor = Number(row.GetString(11)),
            RegisterWidth = row.TextOrNull(12) is { } width ? Number(width) : null,
            MaxRatePerHour = row.TextOrNull(13) is { } rate ? Number(rate) : null,
            Label = row.TextOrNull(14),
            Place = row.TextOrNull(15),
            Parent = (int?)row.NumberOrNull(16),
            Counted = Enum.Parse<CountRule>(row.GetString(17)),
        });

    public static void Insert(SqliteConnection connection, SourceRow row) => connection.Execute(
        "INSERT INTO source (no, id, connector, profile, topic, metric, kind, direction, channel, measure, first_seen_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        row.No, row.Id, row.Connector, row.Profile, row.Topic, row.Metric, row.Kind.ToString(), row.Direction.ToString(), row.Channel, row.Measure, row.FirstSeenAt.UnixMilliseconds);

    public static void Update(SqliteConnection connection, SourceRow row) => connection.Execute(
        """
        UPDATE source SET metric = $2, kind = $3, direction = $4, measure = $5, factor = $6, register_width = $7, max_rate_per_hour = $8,
            label = $9, place = $10, parent = $11, counted = $12
        WHERE no = $1
        """,
        row.No, row.Metric, row.Kind.ToString(), row.Direction.ToString(), row.Measure,
        Text(row.Factor), Text(row.RegisterWidth), Text(row.MaxRatePerHour), row.Label, row.Place, row.Parent, row.Counted.ToString());

    public static IReadOnlyList<Assignment> Assignments(SqliteConnection connection) => connection.Query(
        "SELECT source, unit, from_hour, to_hour, share_key, weight, reason FROM assignment ORDER BY id",
        row => new Assignment(row.GetInt32(0), row.GetString(1), HourOrNull(row, 2), HourOrNull(row, 3))
        {
            Key = Enum.Parse<ShareKey>(row.GetString(4)),
            Weight = row.TextOrNull(5) is { } weight ? Number(weight) : 1m,
            Reason = row.TextOrNull(6),
        });

    /// <summary>Replaces all assignments of a source.</summary>
    public static void Assign(SqliteConnection connection, int source, IEnumerable<Assignment> assignments)
    {
        connection.Execute("DELETE FROM assignment WHERE source = $1", source);
        foreach (var assignment in assignments)
        {
            connection.Execute(
                "INSERT INTO assignment (source, unit, from_hour, to_hour, share_key, weight, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                assignment.Source, assignment.Unit, assignment.From?.Index, assignment.To?.Index, assignment.Key.ToString(), Text(assignment.Weight), assignment.Reason);
        }
    }

    public static IReadOnlyList<VirtualTerm> Terms(SqliteConnection connection) => connection.Query(
        "SELECT source, term, coefficient FROM virtual_term ORDER BY source, term",
        row => new VirtualTerm(row.GetInt32(0), row.GetInt32(1), Number(row.GetString(2))));

    /// <summary>Replaces what a virtual source is made of.</summary>
    public static void SetTerms(SqliteConnection connection, int source, IEnumerable<VirtualTerm> terms)
    {
        connection.Execute("DELETE FROM virtual_term WHERE source = $1", source);
        foreach (var term in terms)
        {
            connection.Execute("INSERT INTO virtual_term (source, term, coefficient) VALUES ($1, $2, $3)", source, term.Term, Text(term.Coefficient));
        }
    }

    public static long Conflicts(SqliteConnection connection, int source) =>
        connection.Query("SELECT count(*) FROM conflict WHERE source = $1", row => row.GetInt64(0), source)[0];

    private static Metering.Hour? HourOrNull(SqliteDataReader row, int column) => row.NumberOrNull(column) is { } hour ? new Metering.Hour(hour) : null;

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}

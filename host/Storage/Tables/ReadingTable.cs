using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Reads the reading log.</summary>
public static class ReadingTable
{
    public static MeterReading? Newest(SqliteConnection connection, int source) => One(
        connection, "SELECT at, value FROM reading WHERE source = $1 ORDER BY at DESC LIMIT 1", source);

    public static MeterReading? First(SqliteConnection connection, int source) => One(
        connection, "SELECT at, value FROM reading WHERE source = $1 ORDER BY at LIMIT 1", source);

    public static MeterReading? At(SqliteConnection connection, int source, Instant at) => One(
        connection, "SELECT at, value FROM reading WHERE source = $1 AND at = $2", source, at.UnixMilliseconds);

    /// <summary>The newest reading at or before a moment.</summary>
    public static MeterReading? AtOrBefore(SqliteConnection connection, int source, Instant at) => One(
        connection, "SELECT at, value FROM reading WHERE source = $1 AND at <= $2 ORDER BY at DESC LIMIT 1", source, at.UnixMilliseconds);

    /// <summary>Readings after a moment (excluded), in order of time, as they are asked for.</summary>
    public static IEnumerable<MeterReading> After(SqliteConnection connection, int source, Instant? after)
    {
        using var command = Sql.Command(
            connection, "SELECT at, value FROM reading WHERE source = $1 AND at > $2 ORDER BY at", source, after?.UnixMilliseconds ?? long.MinValue);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return Map(reader);
        }
    }

    /// <summary>Readings at or before a moment, newest first, as they are asked for.</summary>
    public static IEnumerable<MeterReading> Back(SqliteConnection connection, int source, Instant from)
    {
        using var command = Sql.Command(
            connection, "SELECT at, value FROM reading WHERE source = $1 AND at <= $2 ORDER BY at DESC", source, from.UnixMilliseconds);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return Map(reader);
        }
    }

    /// <summary>Its least and its greatest value; empty without readings.</summary>
    public static IReadOnlyList<RegisterValue> Farthest(SqliteConnection connection, int source) => connection.Query(
        "SELECT min(value) AS value FROM reading WHERE source = $1 UNION ALL SELECT max(value) FROM reading WHERE source = $1",
        row => row.NumberOrNull(0), source).OfType<long>().Select(nano => new RegisterValue(nano)).ToList();

    /// <summary>Whole rows from a moment (included) to another (excluded), at most <paramref name="limit"/>.</summary>
    public static IReadOnlyList<StoredReading> Range(SqliteConnection connection, int source, Instant from, Instant to, int limit) => connection.Query(
        """
        SELECT reading.at, reading.value, reading.received_at, origin.name FROM reading JOIN origin ON origin.no = reading.origin
        WHERE source = $1 AND at >= $2 AND at < $3 ORDER BY at LIMIT $4
        """,
        row => new StoredReading(Map(row), new Instant(row.GetInt64(2)), row.GetString(3)),
        source, from.UnixMilliseconds, to.UnixMilliseconds, limit);

    public static StoredReading? NewestStored(SqliteConnection connection, int source) => connection.Query(
        """
        SELECT reading.at, reading.value, reading.received_at, origin.name FROM reading JOIN origin ON origin.no = reading.origin
        WHERE source = $1 ORDER BY at DESC LIMIT 1
        """,
        row => new StoredReading(Map(row), new Instant(row.GetInt64(2)), row.GetString(3)),
        source) is [var newest] ? newest : null;

    private static MeterReading? One(SqliteConnection connection, string sql, params ReadOnlySpan<object?> arguments) =>
        connection.Query(sql, Map, arguments) is [var reading] ? reading : null;

    private static MeterReading Map(SqliteDataReader row) => new(new Instant(row.GetInt64(0)), new RegisterValue(row.GetInt64(1)));
}

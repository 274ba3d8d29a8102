using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Watching;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Watching;

/// <summary>Reads what the watches have to know of a source from disk, one source at a time.</summary>
/// <param name="startedAt">When the host began to listen.</param>
internal sealed class StoredPast(Database database, AgencyCalendar calendar, Instant startedAt)
{
    /// <summary>Enough for a device that sends every second to show its rhythm.</summary>
    private const int Readings = 300;

    private TimeSpan? notListened;

    public WatchSeed Seed(int source, WatchScope scope, Instant now) => database.Read(connection =>
    {
        var silence = Silence(connection, source, now);
        return scope.SilentOnly ? new WatchSeed { Silence = silence } : new WatchSeed
        {
            Silence = silence,

            // Read when the watches ask for them and kept nowhere: thousands of seeds live as long as their watches.
            Hours = Enumerable.Range(0, 1).SelectMany(_ => Hours(source, Hour.Of(calendar.StartOfDay(now).Plus(-TimeSpan.FromDays(WatchSeed.HistoryDays))), Hour.Of(now))),
            Impossible = Impossible(connection, source),
        };
    });

    /// <summary>Hours from one (included) to another (excluded), in order.</summary>
    public IReadOnlyList<HourUsed> Hours(int source, Hour from, Hour to) => database.Read(connection => Hours(connection, source, from, to));

    /// <summary>Impossible intervals that are not settled.</summary>
    public IReadOnlyList<Impossible> Impossible(int source) => database.Read(connection => Impossible(connection, source));

    /// <summary>The time in which the host did not run is not the source's silence, whenever its watch begins.</summary>
    private SilenceSeed Silence(SqliteConnection connection, int source, Instant now)
    {
        notListened ??= startedAt - (HeardTable.LastBefore(connection, startedAt) ?? startedAt);
        var readings = HeardTable.Last(connection, source, Readings);
        var isFromBefore = readings.Count > 0 && readings[^1].ReceivedAt < startedAt;
        return SilenceSeed.Of(readings.Select(each => new Heard(each.At, each.ReceivedAt)), isFromBefore ? now.Plus(-notListened.Value) : now);
    }

    private static IReadOnlyList<HourUsed> Hours(SqliteConnection connection, int source, Hour from, Hour to) =>
        [.. HourTable.Range(connection, source, from, to).Select(row => HourUsed.Of(row.Hour, row.Cell))];

    private static IReadOnlyList<Impossible> Impossible(SqliteConnection connection, int source) =>
    [
        .. FindingTable.Of(connection, source).Where(row => row.Interval.Marks.HasFlag(IntervalMarks.Impossible))
            .Select(row => new Impossible(row.Interval.Start, row.Interval.End)),
    ];
}

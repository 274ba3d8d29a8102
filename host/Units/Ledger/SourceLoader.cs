using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Ledger;

/// <summary>Rebuilds a source from its stored hours and the readings after them.</summary>
internal sealed class SourceLoader(AgencyCalendar calendar)
{
    /// <summary>A source nobody has heard of before.</summary>
    public SourceLedger Fresh(SourceRow row) => new(row, new HourBook(calendar, new SourceShare(row, [], [], new YearMonth(calendar.MonthOf(row.FirstSeenAt).Year, 1))));

    /// <param name="unit">Whose share counts; null for the unassigned.</param>
    public SourceLedger Load(SqliteConnection connection, SourceRow row, IReadOnlyList<Assignment> assignments, string? unit, Instant now)
    {
        var share = Share(connection, row, assignments, unit, now, pastOnly: false);
        var source = new SourceLedger(row, new HourBook(calendar, share));
        if (row.Kind == SourceKind.Gauge)
        {
            source.Resume(CounterState.Empty, [], ReadingTable.Newest(connection, row.No), []);
            return source;
        }

        if (HourTable.Fold(connection, row.No) is not { } fold)
        {
            source.Resume(CounterState.Empty, [], null, ReadingTable.After(connection, row.No, null));
            return source;
        }

        var state = new CounterState(
            ReadingTable.At(connection, row.No, fold.ReferenceAt),
            fold.SuspectAt is { } suspect ? ReadingTable.At(connection, row.No, suspect) : null);
        source.Resume(
            state, HourTable.Unsettled(connection, row.No), ReadingTable.At(connection, row.No, fold.ThroughAt), ReadingTable.After(connection, row.No, fold.ThroughAt));
        return source;
    }

    /// <summary>What a unit has of a source in the year of a moment, from stored hours alone.</summary>
    /// <param name="pastOnly">Only whole hours before <paramref name="until"/>, for boards of the past.</param>
    public SourceShare Share(SqliteConnection connection, SourceRow row, IReadOnlyList<Assignment> assignments, string? unit, Instant until, bool pastOnly)
    {
        var own = assignments.Where(assignment => assignment.Source == row.No && assignment.Unit == unit).ToList();
        var others = assignments.Where(assignment => assignment.Source == row.No && assignment.Unit != unit).ToList();
        var from = new YearMonth(calendar.MonthOf(until).Year, 1);
        var share = new SourceShare(row, own, others, from)
        {
            FirstAt = ReadingTable.First(connection, row.No)?.At,
            NewestAt = ReadingTable.AtOrBefore(connection, row.No, until)?.At,
        };
        for (var month = from; calendar.StartOf(month) <= until; month = month.Next())
        {
            var sum = default(HourSum);
            foreach (var assignment in own)
            {
                var start = Later(Hour.Of(calendar.StartOf(month)), assignment.From);
                var end = Earlier(Hour.Of(Earlier(calendar.StartOf(month.Next()), pastOnly ? until : null)), assignment.To);
                sum += start < end ? HourTable.Sum(connection, row.No, start, end) : default;
            }

            share.Set(month, sum);
        }

        return share;
    }

    private static Hour Later(Hour hour, Hour? other) => other is { } set && set > hour ? set : hour;

    private static Hour Earlier(Hour hour, Hour? other) => other is { } set && set < hour ? set : hour;

    private static Instant Earlier(Instant instant, Instant? other) => other is { } set && set < instant ? set : instant;
}

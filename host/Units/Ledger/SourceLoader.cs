using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Registry;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Ledger;

/// <summary>Rebuilds a source from its stored hours and the readings after them.</summary>
internal sealed class SourceLoader(AgencyCalendar calendar)
{
    /// <summary>A source nobody has heard of before.</summary>
    public SourceLedger Fresh(SourceEntry entry) => new(
        entry.Row, entry.Rules, new HourBook(calendar, new SourceShare(entry.Row, [], [], new YearMonth(calendar.MonthOf(entry.Row.FirstSeenAt).Year, 1))));

    /// <param name="unit">Whose share counts; null for the unassigned.</param>
    /// <param name="shares">Reads what is stored of the unit's share.</param>
    public SourceLedger Load(SqliteConnection connection, SourceEntry entry, string? unit, ShareBuilder shares, Instant now)
    {
        var row = entry.Row;
        var source = new SourceLedger(row, entry.Rules, new HourBook(calendar, shares.Own(connection, entry, unit, now, pastOnly: false)));
        if (HourTable.Fold(connection, row.No) is not { } fold)
        {
            source.Resume(null, [], null, ReadingTable.After(connection, row.No, null));
            return source;
        }

        source.Resume(
            fold, HourTable.Unsettled(connection, row.No), ReadingTable.At(connection, row.No, fold.ThroughAt), ReadingTable.After(connection, row.No, fold.ThroughAt));
        return source;
    }
}

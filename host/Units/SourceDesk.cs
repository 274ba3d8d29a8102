using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Grains;
using EmulationPlatform.Units.Views;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units;

/// <summary>Shows sources and what they counted.</summary>
internal sealed class SourceDesk(AgencySetup setup)
{
    private static readonly TimeSpan SilentAfter = TimeSpan.FromHours(24);

    private Database Database => setup.Database;

    public IReadOnlyList<SourceView> List(AgencyRuntime runtime, SourceQuery query) =>
    [
        .. runtime.Sources.All
            .Where(entry => query.Topic is null || entry.Row.Topic == query.Topic)
            .Where(entry => query.Unassigned is not { } unassigned || unassigned == (AgencyRuntime.CurrentUnit(entry.Assignments) is null))
            .Where(entry => query.Unit is null || AgencyRuntime.CurrentUnit(entry.Assignments) == query.Unit)
            .OrderBy(entry => entry.Row.Topic, StringComparer.Ordinal).ThenBy(entry => entry.No)
            .Select(View),
    ];

    public SourceView View(SourceEntry entry)
    {
        var row = entry.Row;
        var current = entry.Assignments.FirstOrDefault(assignment => assignment.To is null);
        var (newest, conflicts, fold) = Database.Read(connection => (
            ReadingTable.NewestStored(connection, row.No), SourceTable.Conflicts(connection, row.No), HourTable.Fold(connection, row.No)));
        return new SourceView(
            row.Id, current?.Unit, current?.From?.Start, row.Metric, row.Kind, row.Direction, row.Channel, row.Measure, row.Factor, row.RegisterWidth,
            row.MaxRatePerHour, row.Connector, row.Profile, row.Topic, row.FirstSeenAt, newest is null ? null : View(newest), Health(fold, newest), conflicts);
    }

    public IReadOnlyList<ReadingView> Readings(SourceEntry entry, Instant from, Instant to, int limit) =>
        [.. Database.Read(connection => ReadingTable.Range(connection, entry.No, from, to, limit)).Select(View)];

    /// <summary>From stored hours; the caller has them stored first.</summary>
    public ConsumptionView Consumption(SourceEntry entry, Instant from, Instant to, Granularity per)
    {
        var start = Hour.Of(from);
        var end = Hour.Of(to.Plus(TimeSpan.FromMilliseconds(Hour.Milliseconds - 1)));
        var hours = Database.Read(connection => HourTable.Range(connection, entry.No, start, end));
        var now = Instant.From(setup.Clock.GetUtcNow());
        var total = hours.Aggregate(default(HourSum), (sum, hour) => sum + hour.Cell);
        var known = Math.Min(end.Start.UnixMilliseconds, now.UnixMilliseconds) - start.Start.UnixMilliseconds;
        var coverage = known <= 0 ? 0m : Math.Clamp((decimal)total.CoveredMilliseconds / known, 0m, 1m);
        return new ConsumptionView(CounterMeasure(entry.Row), total.Amount, coverage, Rows(hours, start, end, per, Falls(entry)));
    }

    /// <summary>
    /// Where a register fell and later readings decided what that was: at or above the old line again, a dip; below it, a reset.
    /// </summary>
    private List<(UnsettledSpan Span, string Flag)> Falls(SourceEntry entry) => Database.Read(
        connection => HourTable.Unsettled(connection, entry.No).Select(span => Fall(connection, entry.No, span)).ToList());

    private static (UnsettledSpan Span, string Flag) Fall(SqliteConnection connection, int source, UnsettledSpan span)
    {
        if (ReadingTable.At(connection, source, span.End)?.Value >= ReadingTable.At(connection, source, span.Start)?.Value)
        {
            return (span, "dip");
        }

        // The growth after a reset is plain; what is assumed lies before the reading from which it grew.
        var low = ReadingTable.AtOrBefore(connection, source, span.End.Plus(TimeSpan.FromMilliseconds(-1)));
        return (span with { End = low?.At ?? span.End }, "resetAssumed");
    }

    private List<ConsumptionRow> Rows(IReadOnlyList<HourRow> hours, Hour start, Hour end, Granularity per, List<(UnsettledSpan Span, string Flag)> falls)
    {
        var rows = new List<ConsumptionRow>();
        var next = 0;
        for (var slot = start; slot < end;)
        {
            var slotEnd = SlotEnd(slot, end, per);
            var sum = default(HourSum);
            var first = next;
            for (; next < hours.Count && hours[next].Hour < slotEnd; next++)
            {
                sum += hours[next].Cell;
            }

            if (next > first || per == Granularity.Total)
            {
                rows.Add(new ConsumptionRow(slot.Start, slotEnd.Start, sum.Amount, [
                    .. Flags(sum, slotEnd.Start - slot.Start),
                    .. falls.Where(fall => fall.Span.Start < slotEnd.Start && fall.Span.End > slot.Start).Select(fall => fall.Flag).Distinct(),
                ]));
            }

            slot = slotEnd;
        }

        return rows;
    }

    private static List<string> Flags(HourSum sum, TimeSpan length)
    {
        var flags = new List<string>();
        if (sum.EstimatedMilliseconds > 0)
        {
            flags.Add("estimated");
        }

        if (sum.SuspectMilliseconds > 0)
        {
            flags.Add("suspect");
        }

        if (sum.CoveredMilliseconds < length.TotalMilliseconds)
        {
            flags.Add("partial");
        }

        return flags;
    }

    private Hour SlotEnd(Hour slot, Hour end, Granularity per)
    {
        var calendar = setup.Calendar;
        var month = calendar.MonthOf(slot.Start);
        var slotEnd = per switch
        {
            Granularity.Hour => new Hour(slot.Index + 1),
            Granularity.Day => Hour.Of(calendar.StartOfDay(slot.Start).Plus(TimeSpan.FromDays(1))),
            Granularity.Month => Hour.Of(calendar.StartOf(month.Next())),
            Granularity.Year => Hour.Of(calendar.StartOf(new YearMonth(month.Year + 1, 1))),
            _ => end,
        };
        return slotEnd < end ? slotEnd : end;
    }

    private string CounterMeasure(SourceRow row) => setup.Metrics.TryGetValue(row.Metric, out var metric) ? metric.CounterMeasure : row.Measure;

    private SourceHealth Health(FoldRow? fold, StoredReading? newest)
    {
        if (fold?.SuspectAt is not null)
        {
            return SourceHealth.Suspect;
        }

        var now = Instant.From(setup.Clock.GetUtcNow());
        return newest is { } last && now - last.Reading.At < SilentAfter ? SourceHealth.Live : SourceHealth.Silent;
    }

    private static ReadingView View(StoredReading stored) =>
        new(stored.Reading.At, stored.Reading.Value.ToDecimal(), stored.ReceivedAt, stored.Origin);
}

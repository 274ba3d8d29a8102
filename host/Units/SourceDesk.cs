using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Registry;
using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Grains;
using EmulationPlatform.Units.Views;
using EmulationPlatform.Watching;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units;

/// <summary>Shows sources and what they counted.</summary>
internal sealed class SourceDesk(AgencySetup setup)
{
    /// <summary>While nobody knows how often a source speaks.</summary>
    private static readonly TimeSpan SilentAfter = TimeSpan.FromHours(24);

    /// <summary>Enough to know how often a source speaks that sends one by one; one that sends many at once is not known by them.</summary>
    private const int ReadingsHeard = 60;

    private Database Database => setup.Database;

    public IReadOnlyList<SourceView> List(AgencyRuntime runtime, SourceQuery query)
    {
        var tree = runtime.Tree();
        return [.. Find(runtime.Sources, query).Select(entry => View(entry, tree))];
    }

    /// <summary>What a query asks for, by topic.</summary>
    public static IEnumerable<SourceEntry> Find(SourceRegistry sources, SourceQuery query) => sources.All
        .Where(entry => query.Topic is null || entry.Row.Topic == query.Topic)
        .Where(entry => query.Unassigned is not { } unassigned || unassigned == IsUnassigned(entry))
        .Where(entry => query.Unit is null || entry.Assignments.Any(assignment => assignment.To is null && assignment.Unit == query.Unit))
        .OrderBy(entry => entry.Row.Topic, StringComparer.Ordinal).ThenBy(entry => entry.No);

    public SourceView View(SourceEntry entry, MeterTree tree)
    {
        var row = entry.Row;
        var current = entry.Assignments.FirstOrDefault(assignment => assignment.To is null);
        var (newest, conflicts, fold) = Database.Read(connection => (
            ReadingTable.NewestStored(connection, row.No), SourceTable.Conflicts(connection, row.No), HourTable.Fold(connection, row.No)));
        return new SourceView(
            row.Id, current?.Unit, current?.From?.Start, row.Metric, row.Kind, row.Direction, row.Channel, row.Measure, row.Factor, row.RegisterWidth,
            row.MaxRatePerHour, row.Connector, row.Profile, row.Topic, row.FirstSeenAt, newest is null ? null : View(newest), Health(row.No, fold, newest), conflicts)
        {
            Label = row.Label,
            Place = row.Place,
            Parent = tree.ParentOf(entry)?.Row.Id,
            Counted = row.Counted,
            Counts = entry.Assignments.Count > 0 && tree.Counts(entry),
            Assignments = entry.Assignments,
            Terms = [.. entry.Terms.Select(term => KeyValuePair.Create(tree.IdOf(term.Term), term.Coefficient))],
        };
    }

    public IReadOnlyList<ReadingView> Readings(SourceEntry entry, Instant from, Instant to, int limit) =>
        [.. Database.Read(connection => ReadingTable.Range(connection, entry.No, from, to, limit)).Select(View)];

    /// <summary>From stored hours; the caller has them stored first.</summary>
    public ConsumptionView Consumption(AgencyRuntime runtime, SourceEntry entry, Instant from, Instant to, Granularity per)
    {
        var (start, end) = (Hour.Of(from), Hour.Of(to.Plus(TimeSpan.FromMilliseconds(Hour.Milliseconds - 1))));
        var now = Instant.From(setup.Clock.GetUtcNow());
        var slots = Slot.Of(setup.Calendar, start.Start, end.Start, per).ToList();
        var (hours, findings, inUse) = Database.Read(connection => (
            Sums(connection, runtime.Sources, entry, slots, per), Findings(connection, entry, start, end),
            new UsageReading(connection, setup.Calendar, runtime.Shares(runtime.Tree()), UsageParts.OfSource(runtime.Sources, entry)).InUse(new Slot(start, end), now)));
        var total = hours.Aggregate(default(HourSum), (sum, hour) => sum + hour.Sum);
        return new ConsumptionView(CounterMeasure(entry.Row), total.Amount, inUse.Known(total.CoveredMilliseconds), Rows(hours, findings, slots, per));
    }

    private static List<ConsumptionRow> Rows(IReadOnlyList<(Hour Hour, HourSum Sum)> hours, IReadOnlyList<FindingRow> findings, List<Slot> slots, Granularity per)
    {
        var rows = new List<ConsumptionRow>();
        var next = 0;
        foreach (var slot in slots)
        {
            var sum = default(HourSum);
            var first = next;
            for (; next < hours.Count && hours[next].Hour < slot.End; next++)
            {
                sum += hours[next].Sum;
            }

            if (next > first || per == Granularity.Total)
            {
                rows.Add(new ConsumptionRow(slot.Start.Start, slot.End.Start, sum.Amount, ConsumptionFlags.Of(sum, slot, findings)));
            }
        }

        return rows;
    }

    private IReadOnlyList<(Hour Hour, HourSum Sum)> Sums(
        SqliteConnection connection, SourceRegistry sources, SourceEntry entry, List<Slot> slots, Granularity per) => slots.Count == 0 ? [] :
    [
        .. UsageParts.OfSource(sources, entry)
            .SelectMany(part => Stored(connection, part.Entry.No, slots, ByHour(entry, slots[0].Start) ? Granularity.Hour : per)
                .Select(row => (Hour: row.Start, Sum: Weighted(part, row.Sum))))
            .GroupBy(row => row.Hour).OrderBy(group => group.Key)
            .Select(group => (group.Key, group.Aggregate(default(HourSum), (sum, row) => sum + row.Sum))),
    ];

    /// <summary>A virtual source is rounded for each hour, so that its days are sums of its hours; and the agency's days may not be those on disk.</summary>
    private bool ByHour(SourceEntry entry, Hour start) => entry.IsVirtual || !HourTable.IsStep(Hour.Of(setup.Calendar.StartOfDay(start.Start)));

    private static IEnumerable<(Hour Start, HourSum Sum)> Stored(SqliteConnection connection, int source, List<Slot> slots, Granularity per) => per switch
    {
        Granularity.Hour => HourTable.Range(connection, source, slots[0].Start, slots[^1].End).Select(row => (row.Hour, default(HourSum) + row.Cell)),
        Granularity.Day => HourTable.Steps(connection, source, slots[0].Start, slots[^1].End),
        _ => slots.Select(slot => (slot.Start, HourTable.Sum(connection, source, slot.Start, slot.End))).Where(slot => slot.Item2 != default),
    };

    private static HourSum Weighted(UsagePart part, HourSum sum) =>
        part.Coefficient == 1m ? sum : part.IsOwn
            ? sum with { Amount = VirtualSum.Of([(part.Coefficient, sum.Amount)]) }
            : new HourSum(VirtualSum.Of([(part.Coefficient, sum.Amount)]), 0, 0, 0);

    private static IReadOnlyList<FindingRow> Findings(SqliteConnection connection, SourceEntry entry, Hour start, Hour end) =>
        FindingTable.Within(connection, entry.No, start.Start, end.Start);

    private string CounterMeasure(SourceRow row) => setup.Metrics.TryGetValue(row.Metric, out var metric) ? metric.CounterMeasure : row.Measure;

    private SourceHealth Health(int no, FoldRow? fold, StoredReading? newest)
    {
        if (fold?.State.Open is not null)
        {
            return SourceHealth.Suspect;
        }

        return newest is { } last && !IsSilent(no, last) ? SourceHealth.Live : SourceHealth.Silent;
    }

    /// <summary>As the watch of silence sees it: against the source's own usual interval.</summary>
    private bool IsSilent(int no, StoredReading last)
    {
        var now = Instant.From(setup.Clock.GetUtcNow());
        var silence = setup.Watches.Silence;
        if (now - last.ReceivedAt < silence.AtLeast && now - last.Reading.At < SilentAfter)
        {
            return false;
        }

        var heard = Database.Read(connection => HeardTable.Last(connection, no, ReadingsHeard)).Select(each => new Heard(each.At, each.ReceivedAt));
        return SilenceSeed.Of(heard, listenedUntil: null).Usual is { } usual
            ? now - last.ReceivedAt > silence.LimitFor(usual)
            : now - last.Reading.At >= SilentAfter;
    }

    /// <summary>No unit has it, and nobody has said that none shall.</summary>
    private static bool IsUnassigned(SourceEntry entry) => AgencyRuntime.CurrentUnit(entry.Assignments) is null && entry.Row.Counted != CountRule.No;

    private static ReadingView View(StoredReading stored) =>
        new(stored.Reading.At, stored.Reading.Value.ToDecimal(), stored.ReceivedAt, stored.Origin);
}

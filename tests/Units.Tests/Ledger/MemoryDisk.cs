using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Ledger;

namespace EmulationPlatform.Units.Tests.Ledger;

/// <summary>What is on disk for one source: what was committed, nothing else.</summary>
internal sealed class MemoryDisk : IReadingHistory
{
    private readonly SortedDictionary<Instant, MeterReading> readings = [];
    private readonly Dictionary<Hour, HourCell> hours = [];

    public IEnumerable<MeterReading> Readings => readings.Values;

    public IEnumerable<KeyValuePair<Hour, HourCell>> Hours => hours.Where(hour => hour.Value != default);

    public FoldRow? Fold { get; private set; }

    public IReadOnlyList<UnsettledSpan> Spans { get; private set; } = [];

    public MeterReading? At(int source, Instant at) => readings.TryGetValue(at, out var reading) ? reading : null;

    public MeterReading? AtOrBefore(int source, Instant at) => readings.Values.Where(reading => reading.At <= at).Select(reading => (MeterReading?)reading).LastOrDefault();

    public IEnumerable<MeterReading> After(int source, Instant? after) => [.. readings.Values.Where(reading => after is not { } start || reading.At > start)];

    public void Commit(CommitRequest request)
    {
        foreach (var row in request.Readings)
        {
            readings.Add(row.At, new MeterReading(row.At, row.Value));
        }

        foreach (var row in request.Hours)
        {
            hours[row.Hour] = hours.GetValueOrDefault(row.Hour) + row.Cell;
        }

        Fold = request.Folds.LastOrDefault() ?? Fold;
        Spans = request.Unsettled.Count > 0 ? request.Unsettled[^1].Value : Spans;
    }

    public Dictionary<YearMonth, HourSum> Months(AgencyCalendar calendar, Assignment assignment) => Hours
        .Where(hour => assignment.Contains(hour.Key))
        .GroupBy(hour => calendar.MonthOf(hour.Key.Start))
        .ToDictionary(month => month.Key, month => month.Aggregate(default(HourSum), (sum, hour) => sum + hour.Value));
}

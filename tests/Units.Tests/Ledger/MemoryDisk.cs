using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Ledger;

namespace EmulationPlatform.Units.Tests.Ledger;

/// <summary>What is on disk for one source: what was committed, nothing else. What is stored twice, or forgotten without having been stored, fails.</summary>
internal sealed class MemoryDisk : IReadingHistory
{
    private readonly SortedDictionary<Instant, MeterReading> readings = [];
    private readonly Dictionary<Hour, HourCell> hours = [];
    private readonly Dictionary<(Instant Start, Instant End), Interval> findings = [];

    public IEnumerable<MeterReading> Readings => readings.Values;

    public IEnumerable<KeyValuePair<Hour, HourCell>> Hours => hours.Where(hour => hour.Value != default);

    public IEnumerable<Interval> Findings => findings.Values;

    public FoldRow? Fold { get; private set; }

    public IReadOnlyList<UnsettledSpan> Spans { get; private set; } = [];

    public MeterReading? At(int source, Instant at) => readings.TryGetValue(at, out var reading) ? reading : null;

    public IEnumerable<MeterReading> Back(int source, Instant from) => [.. readings.Values.Where(reading => reading.At <= from).Reverse()];

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

        foreach (var (_, interval) in request.GoneFindings)
        {
            Assert.True(findings.Remove((interval.Start, interval.End), out var gone), "a finding is forgotten that was not stored");
            Assert.Equal(interval, gone);
        }

        foreach (var (_, interval) in request.Findings)
        {
            findings.Add((interval.Start, interval.End), interval);
        }

        Fold = request.Folds.LastOrDefault() ?? Fold;
        Spans = request.Unsettled.Count > 0 ? request.Unsettled[^1].Value : Spans;
    }

    public Dictionary<YearMonth, HourSum> Months(AgencyCalendar calendar, Assignment assignment) => Hours
        .Where(hour => assignment.Contains(hour.Key))
        .GroupBy(hour => calendar.MonthOf(hour.Key.Start))
        .ToDictionary(month => month.Key, month => month.Aggregate(default(HourSum), (sum, hour) => sum + hour.Value));
}

using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Units.Watching;

namespace EmulationPlatform.Units.Ledger;

/// <summary>
/// Everything one unit remembers: its sources with their months, its base years. Used by one reader at a time and free of
/// its host: no database, no clock, no threads.
/// </summary>
internal sealed class UnitLedger(string unit, AgencyCalendar calendar) : IUnitFacts
{
    private readonly Dictionary<int, SourceLedger> sources = [];
    private readonly Dictionary<string, BaselineRecord> baselines = [];
    private readonly HashSet<SourceLedger> touched = [];
    private readonly HashSet<int> changedForOthers = [];
    private UnitFamily family = UnitFamily.None;

    public string Unit => unit;

    /// <summary>Sources this ledger folds.</summary>
    public IEnumerable<SourceLedger> Sources => sources.Values;

    /// <summary>What counts for the unit: sources it folds alone, and what it has of others.</summary>
    public IEnumerable<SourceShare> Shares =>
        sources.Values.Where(source => family.Live.Contains(source.Row.No)).Select(source => source.Share).Concat(family.Derived);

    /// <summary>Relations of its sources to others, as the registry and the disk say.</summary>
    public void SetFamily(UnitFamily newFamily) => family = newFamily;

    public void Adopt(SourceLedger source) => sources[source.Row.No] = source;

    /// <summary>Gives a source up, with its unstored hours put into the request.</summary>
    /// <returns>False when the ledger does not have it.</returns>
    public bool Release(int source, CommitRequest request)
    {
        if (!sources.Remove(source, out var released))
        {
            return false;
        }

        released.Store(request);
        return true;
    }

    public void SetBaseline(BaselineRecord baseline)
    {
        if (!baselines.TryGetValue(baseline.Metric, out var known) || baseline.Year >= known.Year)
        {
            baselines[baseline.Metric] = baseline;
        }
    }

    public SourceLedger? Find(int source) => sources.GetValueOrDefault(source);

    /// <returns>False when the ledger does not have the source.</returns>
    public bool Offer(ReadingRow reading, Action<ReadingFate> tell, CommitRequest request)
    {
        if (!sources.TryGetValue(reading.Source, out var source))
        {
            return false;
        }

        source.Offer(reading, tell, request);
        touched.Add(source);
        return true;
    }

    /// <summary>Something else than a reading has changed what a source counted; the batch ends with storing it.</summary>
    public void Touch(SourceLedger source) => touched.Add(source);

    /// <summary>Ends a batch: books late readings, and puts hours into the request that have to be or are due to be stored.</summary>
    public BatchSummary EndBatch(IReadingHistory history, CommitRequest request, bool storeAll)
    {
        var metrics = new HashSet<string>();
        var heard = new List<HeardSource>();
        foreach (var source in touched)
        {
            if (source.HasLate)
            {
                source.SettleLate(history, request);
            }

            metrics.Add(source.Row.Metric);
            if (source.MustStore || source.TouchedOthers)
            {
                Store(source, request);
            }

            if (source.Heard is { } reading)
            {
                heard.Add(new HeardSource(source.Row.No, reading));
            }

            source.EndBatch();
        }

        touched.Clear();
        if (storeAll)
        {
            Store(request);
        }

        var others = changedForOthers.ToList();
        changedForOthers.Clear();
        return new BatchSummary(metrics, others, heard);
    }

    /// <summary>Puts all hours that are not stored yet into the request.</summary>
    public void Store(CommitRequest request)
    {
        foreach (var source in sources.Values)
        {
            if (source.HasUnstored)
            {
                Store(source, request);
            }
        }
    }

    public ConsumptionFacts Consumption(string metric, Period period, Instant asOf) =>
        ConsumptionBuilder.Build(metric, period, asOf, Shares.Where(share => share.Source.Metric == metric), BaselineOf(metric), calendar);

    public BaselineRecord? BaselineOf(string metric) => baselines.GetValueOrDefault(metric);

    /// <summary>Hours of other units are looked at on disk, so these units are told once the hours are there.</summary>
    private void Store(SourceLedger source, CommitRequest request)
    {
        if (source.TouchedOthers || family.WithDependents.Contains(source.Row.No))
        {
            changedForOthers.Add(source.Row.No);
        }

        source.Store(request);
    }
}

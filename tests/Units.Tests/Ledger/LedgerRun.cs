using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Ledger;

namespace EmulationPlatform.Units.Tests.Ledger;

/// <summary>
/// A ledger run as its host runs it, with a list for a disk. The source was another unit's up to an hour after April began
/// and is this unit's since then.
/// </summary>
internal sealed class LedgerRun
{
    public const string Unit = "van-phong";
    private static readonly Hour Handover = Hour.Of(Arrival.Begin.Plus(TimeSpan.FromHours(2)));
    private static readonly AgencyCalendar Calendar = AgencyCalendar.Vietnam;
    private readonly SourceRow row;
    private readonly EventBook events = new();
    private UnitLedger ledger;
    private CommitRequest request = new();

    private LedgerRun(SourceRules rules)
    {
        Rules = rules;
        row = new SourceRow(1, "m", "test", "test", "m", "electricity", rules.Kind, FlowDirection.Import, null, "kWh", Arrival.Begin) { Factor = rules.Factor };
        ledger = Load();
    }

    public static Assignment Own { get; } = new(1, Unit, Handover, null);

    public static Assignment Former { get; } = new(1, "phong-khac", null, Handover);

    public MemoryDisk Disk { get; } = new();

    public SourceRules Rules { get; private set; }

    public SourceLedger Source => ledger.Find(row.No)!;

    public List<(Arrival Arrival, ReadingFate Fate)> Fates { get; } = [];

    /// <summary>What the former unit shows: it looks at the disk when told to, and at each start.</summary>
    public Dictionary<YearMonth, HourSum> FormerMonths { get; private set; } = [];

    /// <summary>Takes everything in and ends with all hours stored.</summary>
    public static LedgerRun Of(IEnumerable<Arrival> arrivals, SourceRules rules)
    {
        var run = new LedgerRun(rules);
        foreach (var arrival in arrivals)
        {
            run.Take(arrival);
        }

        run.End(storeAll: true);
        return run;
    }

    private void Take(Arrival arrival)
    {
        var reading = arrival.Reading;
        Assert.True(ledger.Offer(new ReadingRow(row.No, reading.At, reading.Value, Arrival.Begin, 1), fate => Fates.Add((arrival, fate)), request));
        if (arrival.Said is { } said)
        {
            Tell(said);
        }

        if (arrival.Cut != Cut.No)
        {
            End(arrival.Cut is Cut.Stored or Cut.Restart);
        }

        if (arrival.Cut is Cut.Crash or Cut.Restart)
        {
            ledger = Load();
        }
    }

    /// <summary>As the runtime does it when somebody enters an event or takes it back, in the middle of a batch.</summary>
    private void Tell(Said said)
    {
        events.Take(said);
        var timeline = events.Timeline;
        if (RuleChange.Between(Rules.Events, timeline) is { } change)
        {
            Rules = Rules with { Events = timeline };
            Source.UseRules(Rules, change, Disk);
            ledger.Touch(Source);
        }
    }

    private void End(bool storeAll)
    {
        var summary = ledger.EndBatch(Disk, request, storeAll);
        Disk.Commit(request);
        request = new CommitRequest();
        if (summary.OtherUnitsSources.Contains(row.No))
        {
            FormerMonths = Disk.Months(Calendar, Former);
        }
    }

    /// <summary>As the loader does it, from a list.</summary>
    private UnitLedger Load()
    {
        var share = new SourceShare(row, [Own], [Former], new YearMonth(2026, 1));
        foreach (var (month, sum) in Disk.Months(Calendar, Own))
        {
            share.Set(month, sum);
        }

        share.FirstAt = Disk.Readings.Select(reading => (Instant?)reading.At).FirstOrDefault();
        share.NewestAt = Disk.Readings.Select(reading => (Instant?)reading.At).LastOrDefault();
        var source = new SourceLedger(row, Rules, new HourBook(Calendar, share));
        source.Resume(
            Disk.Fold, Disk.Spans, Disk.Fold is { } through ? Disk.At(row.No, through.ThroughAt) : null, Disk.After(row.No, Disk.Fold?.ThroughAt));
        FormerMonths = Disk.Months(Calendar, Former);
        var loaded = new UnitLedger(Unit, Calendar);
        loaded.Adopt(source);
        return loaded;
    }
}

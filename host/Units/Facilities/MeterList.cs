using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Registry;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Meters with everything that is to be seen of them in a list.</summary>
/// <param name="alerts">What watches say now, by source number.</param>
internal sealed class MeterList(AgencySetup setup, SourceDesk sources, ILookup<string, AlertView> alerts, ILookup<string, FindingView> open)
{
    private const int HoursShown = 24;
    private const int PausesLookedAt = 20;

    public IReadOnlyList<MeterView> Of(AgencyRuntime runtime, IEnumerable<SourceEntry> entries)
    {
        var tree = runtime.Tree();
        var twins = new RegisterTwins(setup.Database, runtime.Sources);
        return [.. entries.Select(entry => View(runtime, tree, twins, entry)).OrderBy(meter => meter.State).ThenBy(meter => meter.Title, StringComparer.CurrentCulture)];
    }

    private MeterView View(AgencyRuntime runtime, MeterTree tree, RegisterTwins twins, SourceEntry entry)
    {
        var source = sources.View(entry, tree);
        var mine = alerts[entry.Row.Id].ToList();
        var waiting = open[entry.Row.Id].Count(found => found.NeedsDecision);
        var guess = entry.Assignments.Count == 0
            ? SourceGuesser.Of(entry, tree, setup.Metrics, runtime.Units.Values) with { Twin = entry.Row.Counted == CountRule.No ? null : twins.Of(entry)?.Row.Id }
            : null;
        return new MeterView(
            source, MeterTitle.Of(entry.Row), State(source, mine, waiting), waiting, mine, LastDay(entry), UsualPause(entry), guess);
    }

    private static MeterState State(Views.SourceView source, List<AlertView> alerts, int waiting) => source switch
    {
        _ when alerts.Exists(alert => alert.AcknowledgedBy is null && alert.Kind != AlertKind.Silent) => MeterState.Alarm,
        _ when waiting > 0 => MeterState.Open,
        _ when alerts.Exists(alert => alert.Kind == AlertKind.Silent) => MeterState.Silent,
        { Unit: null, IsLeft: false } => MeterState.Unassigned,
        { LastReading: null } => MeterState.Waiting,
        { Health: Views.SourceHealth.Silent } => MeterState.Silent,
        _ => MeterState.Live,
    };

    private IReadOnlyList<Amount?> LastDay(SourceEntry entry)
    {
        var end = Hour.Of(Instant.From(setup.Clock.GetUtcNow()));
        var start = new Hour(end.Index - HoursShown);
        var hours = setup.Database.Read(connection => HourTable.Range(connection, entry.No, start, end)).ToDictionary(row => row.Hour, row => row.Cell);
        return [.. Enumerable.Range(0, HoursShown).Select(i =>
            hours.TryGetValue(new Hour(start.Index + i), out var cell) && cell.CoveredMilliseconds > 0 ? cell.Amount : (Amount?)null)];
    }

    private TimeSpan? UsualPause(SourceEntry entry)
    {
        var last = setup.Database.Read(connection => ReadingTable.Back(connection, entry.No, new Instant(long.MaxValue)).Take(PausesLookedAt + 1).Select(reading => reading.At).ToList());
        var pauses = last.Zip(last.Skip(1), (later, earlier) => later - earlier).Order().ToList();
        return pauses.Count < 2 ? null : pauses[pauses.Count / 2];
    }
}

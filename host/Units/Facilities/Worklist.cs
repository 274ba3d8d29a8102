using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Registry;

namespace EmulationPlatform.Units.Facilities;

/// <summary>What waits for a person: from stored findings and conflicts.</summary>
internal sealed class Worklist(AgencySetup setup)
{
    /// <summary>More than anybody works off; the rest comes up as these are settled.</summary>
    private const int Longest = 1_000;

    private const IntervalMarks Shown = Interval.Open | IntervalMarks.ResetAssumed | IntervalMarks.Gap;

    /// <summary>Somebody has said what the time was, by a bill or a decision.</summary>
    private const IntervalMarks Settled = IntervalMarks.Accepted | IntervalMarks.Dismissed | IntervalMarks.Outage;

    /// <summary>Newest first; the caller has hours stored first.</summary>
    public IReadOnlyList<FindingView> Of(SourceRegistry sources, SourceEntry? only) => setup.Database.Read(connection =>
        FindingTable.Marked(connection, only?.No, Shown, Longest)
            .Where(row => (row.Finding.Interval.Marks & Settled) == IntervalMarks.Measured)
            .Select(row => View(sources, row.Finding, row.Before, row.After))
            .Concat(ConflictTable.All(connection, only?.No, Longest).Select(row => View(sources, row)))
            .OfType<FindingView>()
            .OrderByDescending(found => found.NeedsDecision).ThenByDescending(found => found.End)
            .Take(Longest)
            .ToList());

    private FindingView? View(SourceRegistry sources, FindingRow row, RegisterValue? before, RegisterValue? after)
    {
        var interval = row.Interval;
        return sources.Find(row.Source) is not { } entry ? null : new FindingView(
            KindOf(interval.Marks), entry.Row.Id, MeterTitle.Of(entry.Row), AgencyRuntime.CurrentUnit(entry.Assignments), interval.Start, interval.End,
            before?.ToDecimal(), after?.ToDecimal(), interval.Amount, MeasureOf(entry)) { RegisterMeasure = entry.Row.Measure };
    }

    private FindingView? View(SourceRegistry sources, ConflictRow row) => sources.Find(row.Source) is not { } entry || IsSettled(entry, row) ? null : new FindingView(
        FindingKind.Conflict, entry.Row.Id, MeterTitle.Of(entry.Row), AgencyRuntime.CurrentUnit(entry.Assignments), row.At, row.At,
        row.Kept.ToDecimal(), row.Other.ToDecimal(), Amount.Zero, MeasureOf(entry)) { RegisterMeasure = entry.Row.Measure };

    /// <summary>Somebody has said which value is right: a correction at that moment, also one to the value that is kept.</summary>
    private static bool IsSettled(SourceEntry entry, ConflictRow row) => entry.Rules.Events.All.Any(said =>
        (said.Kind == SourceEventKind.Corrected && said.At == row.At) || (said.Kind == SourceEventKind.Ignored && said.At <= row.At && row.At <= said.Until));

    private static FindingKind KindOf(IntervalMarks marks) => marks switch
    {
        _ when marks.HasFlag(IntervalMarks.Impossible) => FindingKind.ImpossibleRise,
        _ when marks.HasFlag(IntervalMarks.Unknown) => FindingKind.NewLine,
        _ when marks.HasFlag(IntervalMarks.Suspect) => FindingKind.Suspect,
        _ when marks.HasFlag(IntervalMarks.ResetAssumed) => FindingKind.Reset,
        _ when marks.HasFlag(IntervalMarks.LongGap) => FindingKind.LongGap,
        _ => FindingKind.Gap,
    };

    private string MeasureOf(SourceEntry entry) => setup.Metrics.TryGetValue(entry.Row.Metric, out var metric) ? metric.CounterMeasure : entry.Row.Measure;
}

using System.Collections.Immutable;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>
/// The alerts that stand, as a pure fold of signals and acknowledgements. One alert for each source and watch at most, so it
/// is bounded by them. An alert that is raised again within the reopening time after its clear is the same alert, with its
/// since and its acknowledgement, so that a flapping device is one line and one job; after that time it is a new one.
/// </summary>
public sealed class WatchState
{
    private readonly ImmutableDictionary<(string Source, WatchKind Kind), Alert> alerts;
    private readonly TimeSpan reopenWithin;

    private WatchState(ImmutableDictionary<(string Source, WatchKind Kind), Alert> alerts, TimeSpan reopenWithin)
    {
        this.alerts = alerts;
        this.reopenWithin = reopenWithin;
    }

    public static TimeSpan DefaultReopening { get; } = TimeSpan.FromMinutes(30);

    /// <summary>Alerts that stand, oldest first.</summary>
    public IReadOnlyList<Alert> Standing =>
    [
        .. alerts.Values.Where(alert => alert.Stands)
            .OrderBy(alert => alert.Since).ThenBy(alert => alert.Source, StringComparer.Ordinal).ThenBy(alert => alert.Kind),
    ];

    /// <summary>Alerts that nobody has acknowledged.</summary>
    public int ToDo => alerts.Values.Count(alert => alert.IsToDo);

    /// <summary>What is to be stored: alerts that stand, and those that cleared a while ago and may come back.</summary>
    public IEnumerable<Alert> All => alerts.Values;

    /// <param name="stored">Alerts of an earlier run; of each source and watch one.</param>
    /// <param name="reopenWithin">Default <see cref="DefaultReopening"/>; zero or more.</param>
    public static WatchState Of(IEnumerable<Alert> stored, TimeSpan reopenWithin) =>
        new(stored.ToImmutableDictionary(alert => (alert.Source, alert.Kind)), reopenWithin);

    public WatchState After(SourceSignal told)
    {
        var known = alerts.GetValueOrDefault((told.Source, told.Signal.Kind));
        return told.Signal switch
        {
            WatchSignal.Raised raised => With(Raise(known, told.Source, raised)),
            WatchSignal.Cleared cleared when known is { Stands: true } => With(known with { ClearedAt = cleared.At, Figures = cleared.Figures }),
            _ => this,
        };
    }

    /// <param name="since">Since of the alert the person saw: a newer one stays to do. Unchanged when there is none such.</param>
    public WatchState Acknowledge(string source, WatchKind kind, Instant since, Acknowledgement acknowledgement) =>
        alerts.TryGetValue((source, kind), out var alert) && alert.Stands && alert.Since == since
            ? With(alert with { Acknowledgement = acknowledgement })
            : this;

    /// <summary>The source is watched no more.</summary>
    public WatchState Without(string source) => new(alerts.RemoveRange(alerts.Keys.Where(key => key.Source == source)), reopenWithin);

    /// <summary>What the watches of a source have to be told when they begin.</summary>
    public IReadOnlyDictionary<WatchKind, Instant> RaisedOf(string source)
    {
        var raised = new Dictionary<WatchKind, Instant>();
        foreach (var kind in Enum.GetValues<WatchKind>())
        {
            if (alerts.TryGetValue((source, kind), out var alert) && alert.Stands)
            {
                raised[kind] = alert.RaisedSince;
            }
        }

        return raised;
    }

    private WatchState With(Alert alert) => new(alerts.SetItem((alert.Source, alert.Kind), alert), reopenWithin);

    private Alert Raise(Alert? known, string source, WatchSignal.Raised raised)
    {
        var isSame = known is not null && (known.ClearedAt is not { } cleared || raised.At - cleared <= reopenWithin);
        return isSame
            ? known! with { RaisedSince = raised.Since, LastSeen = raised.At, Figures = raised.Figures, ClearedAt = null }
            : new Alert(source, raised.Since, raised.Since, raised.At, raised.Figures);
    }
}

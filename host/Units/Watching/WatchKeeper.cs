using System.Collections.Concurrent;
using System.Reactive.Concurrency;
using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Registry;
using EmulationPlatform.Watching;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Watching;

/// <summary>The watches of all sources and what they say, as it is stored. Used by the watch room's one reader; <see cref="State"/> by anybody.</summary>
internal sealed class WatchKeeper : IDisposable
{
    /// <summary>Days before today of which watches still take a changed hour; what is older is read anew.</summary>
    private const int OpenDays = 7;

    private readonly AgencySetup setup;
    private readonly StoredPast past;
    private readonly WatchDesk desk;
    private readonly IDisposable subscription;
    private readonly Dictionary<int, WatchedOne> watched = [];

    /// <summary>As long as signals are rare: a source has at most one to tell for each of its watches until the reader tells it something.</summary>
    private readonly ConcurrentQueue<SourceSignal> signals = [];

    private readonly HashSet<(string Source, WatchKind Kind)> unstored = [];
    private volatile WatchState state;
    private volatile int watchedCount;

    /// <param name="signalled">Called from any thread when there is something for <see cref="TakeSignals"/>; must be quick.</param>
    public WatchKeeper(AgencySetup setup, IScheduler scheduler, Action signalled)
    {
        this.setup = setup;
        past = new StoredPast(setup.Database, setup.Calendar, Instant.From(scheduler.Now));
        state = WatchState.Of(setup.Database.Read(AlertTable.All).Select(StoredAlerts.Alert), WatchState.DefaultReopening);
        desk = new WatchDesk(setup.Calendar, scheduler);
        subscription = desk.Signals.Subscribe(told =>
        {
            signals.Enqueue(told);
            signalled();
        });
    }

    public WatchState State => state;

    /// <summary>Number of sources that are watched by now.</summary>
    public int Count => watchedCount;

    public int Unstored => unstored.Count;

    /// <summary>Sources whose hours are watched.</summary>
    public IReadOnlyList<int> OverDays => [.. watched.Where(one => !one.Value.Scope.SilentOnly).Select(one => one.Key)];

    private Instant Now => Instant.From(setup.Clock.GetUtcNow());

    /// <summary>Ends watching what is no longer in the registry.</summary>
    public void Keep(SourceRegistry sources)
    {
        foreach (var (no, one) in watched.Where(one => sources.Find(one.Key)?.Row.Id != one.Value.Scope.Id).ToList())
        {
            watched.Remove(no);
            watchedCount = watched.Count;
            desk.Forget(one.Scope.Id);
            Drop(one.Scope.Id, kept: []);
        }
    }

    /// <summary>Tells the watches of a source what has happened, or begins to watch it.</summary>
    /// <returns>True when it was watched anew, which takes milliseconds.</returns>
    public bool Look(SourceEntry entry, SourceNews.Snapshot news)
    {
        if (WatchScope.Of(entry, setup.Metrics) is not { } scope)
        {
            return false;
        }

        if (news.Anew || !watched.TryGetValue(entry.No, out var one) || one.Scope != scope || IsTooOld(news.From))
        {
            Begin(entry.No, scope);
            return true;
        }

        // Hours first: a reading that ends a silence comes last, as it did.
        if (!scope.SilentOnly && news is { From: { } from, To: { } to })
        {
            TellHours(entry.No, scope.Id, from, to);
        }

        if (!scope.SilentOnly && news.Found)
        {
            TellImpossible(entry.No, one);
        }

        if (news.Heard is { } heard)
        {
            desk.Tell(scope.Id, heard);
        }

        return false;
    }

    public void TakeSignals()
    {
        while (signals.TryDequeue(out var told))
        {
            state = state.After(told);
            unstored.Add((told.Source, told.Signal.Kind));
        }
    }

    /// <summary>Puts on disk what has changed. While nothing can be written it is kept for the next time.</summary>
    public async Task StoreAsync()
    {
        if (unstored.Count == 0)
        {
            return;
        }

        var changed = state.All.Where(alert => unstored.Contains((alert.Source, alert.Kind))).ToList();
        var gone = unstored.Except(changed.Select(alert => (alert.Source, alert.Kind))).ToList();
        try
        {
            await setup.Database.WriteAsync(connection =>
            {
                changed.ForEach(alert => AlertTable.Put(connection, StoredAlerts.Row(alert)));
                gone.ForEach(alert => AlertTable.Remove(connection, alert.Source, alert.Kind.ToString()));
            });
            unstored.Clear();
        }
        catch (StorageLostException)
        {
            // The units are read anew when the disk takes writes again, and everything is looked at then.
        }
    }

    /// <param name="alsoSave">Written in the same transaction.</param>
    /// <returns>False when no such alert stands.</returns>
    /// <exception cref="StorageLostException">Nothing can be written; the alert stays to do.</exception>
    public async Task<bool> AcknowledgeAsync(string source, WatchKind kind, Acknowledgement seen, Action<SqliteConnection, Alert> alsoSave)
    {
        TakeSignals();
        if (state.All.FirstOrDefault(alert => alert.Source == source && alert.Kind == kind && alert.Stands) is not { } alert)
        {
            return false;
        }

        await setup.Database.WriteAsync(connection =>
        {
            AlertTable.Put(connection, StoredAlerts.Row(alert with { Acknowledgement = seen }));
            alsoSave(connection, alert);
        });
        state = state.Acknowledge(source, kind, alert.Since, seen);
        return true;
    }

    public void Dispose()
    {
        subscription.Dispose();
        desk.Dispose();
    }

    /// <summary>
    /// What is stored goes into the seed, and news of it are posted after they were stored: whatever comes between is told twice
    /// rather than never, and told twice it changes nothing.
    /// </summary>
    private void Begin(int no, WatchScope scope)
    {
        desk.Forget(scope.Id);
        TakeSignals();
        var settings = scope.Within(setup.Watches);
        Drop(scope.Id, settings.Watches);
        var seed = past.Seed(no, scope, Now) with { Raised = state.RaisedOf(scope.Id) };
        watched[no] = new WatchedOne(scope, [.. seed.Impossible.Select(interval => interval.From)]);
        watchedCount = watched.Count;
        desk.Watch(new WatchedSource(scope.Id, scope.Measure, settings, seed));
    }

    /// <summary>Alerts of watches that no longer run would stand for ever.</summary>
    private void Drop(string source, IReadOnlyList<WatchKind> kept)
    {
        var ended = state.All.Where(alert => alert.Source == source && !kept.Contains(alert.Kind)).ToList();
        if (ended.Count > 0)
        {
            state = WatchState.Of(state.All.Except(ended), WatchState.DefaultReopening);
            unstored.UnionWith(ended.Select(alert => (alert.Source, alert.Kind)));
        }
    }

    private bool IsTooOld(Hour? changed) =>
        changed is { } hour && hour.Start < setup.Calendar.StartOfDay(Now).Plus(-TimeSpan.FromDays(OpenDays));

    private void TellHours(int no, string id, Hour from, Hour to)
    {
        // The hour that is not over is told at its end.
        var now = Hour.Of(Now);
        foreach (var hour in past.Hours(no, from, to < now ? new Hour(to.Index + 1) : now))
        {
            desk.Tell(id, hour);
        }
    }

    private void TellImpossible(int no, WatchedOne one)
    {
        var open = past.Impossible(no);
        foreach (var interval in open)
        {
            desk.Tell(one.Scope.Id, interval);
        }

        // The settled ones last: an interval that became another one does not clear what is raised.
        foreach (var gone in one.Impossible.Except(open.Select(interval => interval.From)).ToList())
        {
            desk.Tell(one.Scope.Id, new Impossible(gone, gone, IsSettled: true));
        }

        one.Impossible.Clear();
        one.Impossible.UnionWith(open.Select(interval => interval.From));
    }

    /// <param name="Impossible">Starts of the impossible intervals that were told and not settled.</param>
    private sealed record WatchedOne(WatchScope Scope, HashSet<Instant> Impossible);
}

using System.Collections.Concurrent;
using System.Threading.Channels;
using EmulationPlatform.Metering;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Grains;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Scores;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Units;

/// <summary>
/// The units in memory, as read from disk. After a failed write the whole of it is thrown away and read again, so that memory
/// never knows more than the disk.
/// </summary>
internal sealed class AgencyRuntime
{
    private readonly AgencySetup setup;
    private readonly GrainServices services;
    private readonly ConcurrentDictionary<string, UnitGrain> grains = new();
    private readonly SourceRegistry sources = new();
    private readonly UnitGrain unassigned;
    private volatile Plan plan;

    private AgencyRuntime(AgencySetup setup, BoardKeeper board, Plan plan, Action rebuild, SqliteConnection connection)
    {
        this.setup = setup;
        this.plan = plan;
        services = new GrainServices(
            setup.Database, new SqliteHistory(setup.Database), new SourceLoader(setup.Calendar), new UnmatchedTopics(setup.Database), board, setup.Clock, setup.Logger,
            no => _ = RebookAsync(no), item => _ = RedirectAsync(item), rebuild);
        Units = new(UnitTable.All(connection).Select(unit => KeyValuePair.Create(unit.Id, unit)));
        var baselines = BaselineTable.All(connection).ToLookup(baseline => baseline.Unit);
        var assignments = SourceTable.Assignments(connection).ToLookup(assignment => assignment.Source);
        var rows = SourceTable.All(connection);
        var ledgers = Units.Keys.ToDictionary(unit => unit, unit => NewLedger(unit, baselines[unit]));
        var homeless = NewLedger("", []);
        foreach (var row in rows)
        {
            Load(connection, row, [.. assignments[row.No]], ledgers, homeless);
        }

        unassigned = new UnitGrain(homeless, scorer: null, services);
        foreach (var (unit, ledger) in ledgers)
        {
            grains[unit] = new UnitGrain(ledger, NewScorer(), services);
        }

        foreach (var row in rows)
        {
            IReadOnlyList<Assignment> own = [.. assignments[row.No]];
            sources.Add(new SourceEntry(row, GrainOf(CurrentUnit(own)), isNew: false) { Assignments = own });
        }
    }

    public ConcurrentDictionary<string, UnitRecord> Units { get; }

    public SourceRegistry Sources => sources;

    public int Waiting => unassigned.Waiting + grains.Values.Sum(grain => grain.Waiting);

    public static AgencyRuntime Load(AgencySetup setup, BoardKeeper board, Plan plan, Action rebuild) =>
        setup.Database.Read(connection => new AgencyRuntime(setup, board, plan, rebuild, connection));

    /// <summary>The assignment without an end; null when nobody has the source now.</summary>
    public static string? CurrentUnit(IReadOnlyList<Assignment> assignments) => assignments.FirstOrDefault(assignment => assignment.To is null)?.Unit;

    public UnitGrain? Find(string unit) => grains.GetValueOrDefault(unit);

    public async Task RescoreAsync(CancellationToken cancellationToken)
    {
        foreach (var grain in grains.Values)
        {
            await grain.RescoreAsync(cancellationToken);
        }
    }

    public async Task UsePlanAsync(Plan newPlan, CancellationToken cancellationToken)
    {
        plan = newPlan;
        foreach (var grain in grains.Values)
        {
            await grain.UseScorerAsync(NewScorer(), cancellationToken);
        }
    }

    /// <summary>Has every unit put its hours on disk, so that what is read from there is complete.</summary>
    public async Task StoreHoursAsync(CancellationToken cancellationToken)
    {
        foreach (var grain in grains.Values.Append(unassigned))
        {
            await grain.AskAsync(
                (ledger, request) =>
                {
                    ledger.Store(request);
                    return true;
                },
                cancellationToken);
        }
    }

    public async Task StopAsync() => await Task.WhenAll(grains.Values.Append(unassigned).Select(grain => grain.StopAsync()));

    /// <summary>A new unit, or another name, group or size of a known one.</summary>
    public void Put(UnitRecord unit)
    {
        Units[unit.Id] = unit;
        grains.GetOrAdd(unit.Id, id => new UnitGrain(NewLedger(id, []), NewScorer(), services));
    }

    /// <summary>Puts a delivery into the inboxes of the units its readings belong to.</summary>
    public ValueTask DispatchAsync(Delivery delivery, Origin origin, CancellationToken cancellationToken)
    {
        var observations = delivery.Observations;
        if (observations.Count == 0)
        {
            return unassigned.EnqueueAsync(new InboxItem { Delivery = delivery, Origin = origin, IsPrimary = true }, cancellationToken);
        }

        if (observations.Count == 1 && EntryOf(observations[0], delivery) is { Grain: { } grain } entry)
        {
            return grain.EnqueueAsync(new InboxItem { Delivery = delivery, Origin = origin, Single = entry, IsPrimary = true }, cancellationToken);
        }

        return DispatchSeveralAsync(delivery, origin, cancellationToken);
    }

    /// <summary>Gives a source other settings or another unit, and books what it sent before where it now belongs.</summary>
    public async Task MoveAsync(SourceEntry entry, SourceRow row, IReadOnlyList<Assignment> assignments, CancellationToken cancellationToken)
    {
        Check(row, CurrentUnit(assignments));
        var former = entry.Assignments;
        var refold = row.Factor != entry.Row.Factor || row.Kind != entry.Row.Kind;
        var grain = entry.Grain ?? throw new InvalidOperationException($"Source {row.Id} is moving already.");
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // Once begun, a move is not given up: a source that has left and arrives nowhere would keep its senders waiting.
            await grain.AskAsync(
                (ledger, request) =>
                {
                    entry.Leave();
                    if (entry.IsNew)
                    {
                        entry.IsNew = false;
                        request.NewSources.Add(entry.Row);
                    }

                    return ledger.Release(entry.No, request);
                },
                CancellationToken.None);
            await setup.Database.WriteAsync(connection => Save(connection, row, assignments, refold));
            var target = GrainOf(CurrentUnit(assignments));
            var unit = CurrentUnit(assignments);
            await target.AskAsync(
                (ledger, request) =>
                {
                    // What was folded anew goes to disk at once: units that had the source before read their hours there.
                    var source = setup.Database.Read(connection => services.Loader.Load(connection, row, assignments, unit, services.Now));
                    source.Store(request);
                    ledger.Adopt(source);
                    entry.Arrive(row, assignments, target);
                    return true;
                },
                CancellationToken.None);
        }
        catch
        {
            entry.Lose();
            services.Rebuild();
            throw;
        }

        await BookFormerSharesAsync(entry, former.Concat(assignments).Select(assignment => assignment.Unit).Distinct(), CancellationToken.None);
    }

    /// <summary>Before anything is changed: what cannot be kept would stop the host at its next start.</summary>
    private void Check(SourceRow row, string? unit)
    {
        if (unit is not null && Find(unit) is null)
        {
            throw new ArgumentException($"There is no unit {unit}.", nameof(unit));
        }

        var farthest = setup.Database.Read(connection => ReadingTable.Farthest(connection, row.No));
        if (!farthest.All(new CounterSettings(row.Factor).Holds))
        {
            throw new ArgumentException($"With the factor {row.Factor} the stored readings of {row.Id} are more than can be counted.", nameof(row));
        }
    }

    private static void Save(SqliteConnection connection, SourceRow row, IReadOnlyList<Assignment> assignments, bool refold)
    {
        SourceTable.Update(connection, row);
        SourceTable.Assign(connection, row.No, assignments);
        if (refold)
        {
            HourTable.Clear(connection, row.No);
        }
    }

    private async Task BookFormerSharesAsync(SourceEntry entry, IEnumerable<string> units, CancellationToken cancellationToken)
    {
        foreach (var unit in units)
        {
            if (Find(unit) is { } grain)
            {
                await grain.AskAsync((ledger, _) => BookFormerShare(ledger, entry), cancellationToken);
                await grain.RescoreAsync(cancellationToken);
            }
        }
    }

    /// <summary>In the unit's turn, by the assignments of that moment: the source may have moved on since this was asked for.</summary>
    private bool BookFormerShare(UnitLedger ledger, SourceEntry entry)
    {
        if (ledger.Find(entry.No) is null)
        {
            ledger.SetFormerShare(setup.Database.Read(
                connection => services.Loader.Share(connection, entry.Row, entry.Assignments, ledger.Unit, services.Now, pastOnly: false)));
        }

        return true;
    }

    private async Task RebookAsync(int no)
    {
        try
        {
            if (sources.Find(no) is { } entry)
            {
                await BookFormerSharesAsync(entry, entry.Assignments.Select(assignment => assignment.Unit).Distinct(), CancellationToken.None);
            }
        }
        catch (SinkClosedException)
        {
            // The units are stopping; whoever comes after them reads the shares from disk.
        }
    }

    private async Task RedirectAsync(InboxItem item)
    {
        try
        {
            if (item.Single is { } single)
            {
                var grain = await GrainWhenArrivedAsync(single);
                await grain.EnqueueAsync(item, CancellationToken.None);
            }
            else
            {
                await ShareOutAsync(item.Delivery!, item.Origin!, item.Several!, item.IsPrimary);
            }
        }
        catch (Exception e) when (e is ChannelClosedException or SinkClosedException)
        {
            item.Delivery!.Complete(committed: false);
        }
    }

    private async ValueTask DispatchSeveralAsync(Delivery delivery, Origin origin, CancellationToken cancellationToken)
    {
        var entries = new List<(SourceEntry Entry, int Index)>(delivery.Observations.Count);
        for (var i = 0; i < delivery.Observations.Count; i++)
        {
            entries.Add((EntryOf(delivery.Observations[i], delivery), i));
        }

        cancellationToken.ThrowIfCancellationRequested();
        var grain = await GrainWhenArrivedAsync(entries[0].Entry);
        if (entries.TrueForAll(entry => entry.Entry.Grain == grain))
        {
            await grain.EnqueueAsync(new InboxItem { Delivery = delivery, Origin = origin, Several = [.. entries], IsPrimary = true }, cancellationToken);
        }
        else
        {
            await ShareOutAsync(delivery, origin, [.. entries], primary: true);
        }
    }

    /// <summary>Readings of several units are committed apart; connector state waits until all of them are on disk.</summary>
    private Task ShareOutAsync(Delivery delivery, Origin origin, (SourceEntry Entry, int Index)[] entries, bool primary)
    {
        if (!primary || delivery.State.Count == 0)
        {
            return EnqueueByGrainAsync(delivery, origin, entries, primary);
        }

        var ahead = new StagedDelivery(delivery, whole => _ = GoOnAsync(whole, origin)) { ReceivedAt = delivery.ReceivedAt, Observations = delivery.Observations };
        return EnqueueByGrainAsync(ahead, origin, entries, primary: false);
    }

    private async Task GoOnAsync(Delivery whole, Origin origin)
    {
        try
        {
            await unassigned.EnqueueAsync(new InboxItem { Delivery = whole, Origin = origin, IsPrimary = true }, CancellationToken.None);
        }
        catch (ChannelClosedException)
        {
            whole.Complete(committed: false);
        }
    }

    private static async Task EnqueueByGrainAsync(Delivery delivery, Origin origin, (SourceEntry Entry, int Index)[] entries, bool primary)
    {
        var parts = new Dictionary<UnitGrain, List<(SourceEntry, int)>>();
        foreach (var entry in entries)
        {
            var grain = await GrainWhenArrivedAsync(entry.Entry);
            if (!parts.TryGetValue(grain, out var part))
            {
                parts[grain] = part = [];
            }

            part.Add(entry);
        }

        for (var i = 1; i < parts.Count; i++)
        {
            delivery.Split();
        }

        foreach (var (grain, part) in parts)
        {
            try
            {
                await grain.EnqueueAsync(new InboxItem { Delivery = delivery, Origin = origin, Several = [.. part], IsPrimary = primary }, CancellationToken.None);
            }
            catch (ChannelClosedException)
            {
                delivery.Complete(committed: false);
            }

            primary = false;
        }
    }

    private static async ValueTask<UnitGrain> GrainWhenArrivedAsync(SourceEntry entry)
    {
        while (true)
        {
            if (entry.Grain is { } grain)
            {
                return grain;
            }

            await entry.Arrived;
        }
    }

    private SourceEntry EntryOf(Observation observation, Delivery delivery) =>
        sources.FindOrAdd(observation.Source, unassigned, delivery.ReceivedAt)
        ?? throw new SinkClosedException($"There are {SourceRegistry.MostSources} sources already; {observation.Source.Topic} is not taken. Look for a publisher with ever new topics.");

    private void Load(SqliteConnection connection, SourceRow row, IReadOnlyList<Assignment> assignments, Dictionary<string, UnitLedger> ledgers, UnitLedger homeless)
    {
        var owner = CurrentUnit(assignments);
        var home = owner is null ? homeless : ledgers[owner];
        home.Adopt(services.Loader.Load(connection, row, assignments, owner, services.Now));
        foreach (var unit in assignments.Select(assignment => assignment.Unit).Distinct().Where(unit => unit != owner))
        {
            ledgers[unit].SetFormerShare(services.Loader.Share(connection, row, assignments, unit, services.Now, pastOnly: false));
        }
    }

    private UnitGrain GrainOf(string? unit) => unit is null ? unassigned : grains[unit];

    private UnitLedger NewLedger(string unit, IEnumerable<BaselineRecord> baselines)
    {
        var ledger = new UnitLedger(unit, setup.Calendar);
        foreach (var baseline in baselines)
        {
            ledger.SetBaseline(baseline);
        }

        return ledger;
    }

    private UnitScorer NewScorer() => new(plan, setup.Indicators, setup.Calendar, setup.Logger);
}

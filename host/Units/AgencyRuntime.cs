using System.Collections.Concurrent;
using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Grains;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Registry;
using EmulationPlatform.Units.Scores;
using EmulationPlatform.Units.Watching;
using Microsoft.Data.Sqlite;

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
    private readonly ConcurrentDictionary<int, bool> rebooking = new();
    private readonly RuleBook ruleBook;
    private readonly UnitGrain unassigned;
    private readonly DeliveryRouter router;
    private volatile ScoringTerms scoring;

    private AgencyRuntime(AgencySetup setup, BoardKeeper board, WatchRoom watches, TermsOfUnits termsOf, Action rebuild, SqliteConnection connection)
    {
        this.setup = setup;
        ruleBook = new RuleBook(setup.Metrics);
        Sources = new SourceRegistry(ruleBook);
        services = new GrainServices(
            setup.Database, new SqliteHistory(setup.Database), new SourceLoader(setup.Calendar), new UnmatchedTopics(setup.Database), board, watches, setup.Clock, setup.Logger,
            no => _ = RebookAsync(no), item => _ = router!.RedirectAsync(item), rebuild);
        Units = new(UnitTable.All(connection).Select(unit => KeyValuePair.Create(unit.Id, unit)));
        scoring = termsOf(unit => Units.GetValueOrDefault(unit));
        var baselines = BaselineTable.All(connection).ToLookup(baseline => baseline.Unit);
        var ledgers = Units.Keys.Append("").ToDictionary(unit => unit, unit => NewLedger(unit, baselines[unit]));
        unassigned = new UnitGrain(ledgers[""], scorer: null, services);
        router = new DeliveryRouter(Sources, unassigned);
        foreach (var unit in Units.Keys)
        {
            grains[unit] = new UnitGrain(ledgers[unit], NewScorer(), services);
        }

        Load(connection, ledgers);
    }

    public ConcurrentDictionary<string, UnitRecord> Units { get; }

    public SourceRegistry Sources { get; }

    /// <summary>The year before the movement, with which its plans compare.</summary>
    public int BaseYear => scoring.Plan.FirstYear - 1;

    /// <summary>By what units are scored now.</summary>
    public ScoringTerms Terms => scoring;

    public int Waiting => unassigned.Waiting + grains.Values.Sum(grain => grain.Waiting);

    public static AgencyRuntime Load(AgencySetup setup, BoardKeeper board, WatchRoom watches, TermsOfUnits termsOf, Action rebuild) =>
        setup.Database.Read(connection => new AgencyRuntime(setup, board, watches, termsOf, rebuild, connection));

    /// <summary>The unit of the assignment without an end (of the first one, when it is shared); null when nobody has the source now.</summary>
    public static string? CurrentUnit(IReadOnlyList<Assignment> assignments) => assignments.FirstOrDefault(assignment => assignment.To is null)?.Unit;

    public UnitGrain? Find(string unit) => grains.GetValueOrDefault(unit);

    public ValueTask DispatchAsync(Delivery delivery, Origin origin, CancellationToken cancellationToken) => router.DispatchAsync(delivery, origin, cancellationToken);

    /// <summary>Relations of all sources as the registry is now.</summary>
    public MeterTree Tree() => new([.. Sources.All]);

    public ShareBuilder Shares(MeterTree tree) => new(setup.Calendar, tree, Units);

    /// <summary>Stores what the run before could not any more, since other units read it from disk, and computes every card.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await StoreHoursAsync(cancellationToken);
        await RescoreAsync(cancellationToken);
    }

    public async Task RescoreAsync(CancellationToken cancellationToken)
    {
        foreach (var grain in grains.Values)
        {
            await grain.RescoreAsync(cancellationToken);
        }
    }

    public async Task SetBaselineAsync(BaselineRecord record, CancellationToken cancellationToken)
    {
        var grain = grains[record.Unit];
        await grain.AskAsync(
            (ledger, _) =>
            {
                ledger.SetBaseline(record);
                return true;
            },
            cancellationToken);
        await grain.RescoreAsync(cancellationToken);
    }

    /// <summary>Scores everything by other terms from now on.</summary>
    public async Task UseTermsAsync(ScoringTerms newTerms, CancellationToken cancellationToken)
    {
        scoring = newTerms;
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

    /// <summary>A new unit, or another name, group or size of a known one: what is shared by size is shared anew.</summary>
    public async Task PutAsync(UnitRecord unit, CancellationToken cancellationToken)
    {
        Units[unit.Id] = unit;
        grains.GetOrAdd(unit.Id, id => new UnitGrain(NewLedger(id, []), NewScorer(), services));
        var sharers = Sources.All.Where(entry => entry.Assignments.Any(assignment => assignment.Unit == unit.Id && assignment.Key is ShareKey.Headcount or ShareKey.Area))
            .SelectMany(entry => entry.Assignments).Select(assignment => assignment.Unit).ToHashSet();
        await RelateAsync(Tree(), sharers, cancellationToken);
    }

    /// <summary>Gives a source other settings or other units, and books what it sent before where it now belongs.</summary>
    /// <param name="alsoSave">Written in the same transaction.</param>
    public async Task MoveAsync(
        SourceEntry entry, SourceRow row, IReadOnlyList<Assignment> assignments, Action<SqliteConnection> alsoSave, CancellationToken cancellationToken)
    {
        var events = setup.Database.Read(connection => SourceEventTable.Of(connection, row.No)).Where(said => said.Undone is null).Select(said => said.Event);
        var rules = ruleBook.Of(row, events);
        Check(entry, row, rules, assignments);
        var before = Tree().Relatives(entry);
        var grain = entry.Grain ?? throw new InvalidOperationException($"Source {row.Id} is moving already.");
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // Once begun, a move is not given up: a source that has left and arrives nowhere would keep its senders waiting.
            await grain.AskAsync((ledger, request) => Leave(entry, ledger, request), CancellationToken.None);
            var refold = RuleBook.Differs(row, entry.Row);
            await setup.Database.WriteAsync(connection =>
            {
                SourceTable.Update(connection, row);
                SourceTable.Assign(connection, row.No, assignments);
                if (refold)
                {
                    HourTable.Clear(connection, row.No);
                }

                alsoSave(connection);
            });
            var target = GrainOf(CurrentUnit(assignments));
            await target.AskAsync((ledger, request) => Arrive(entry, row, rules, assignments, target, ledger, request), CancellationToken.None);
        }
        catch
        {
            entry.Lose();
            services.Rebuild();
            throw;
        }

        services.Watches.WatchAnew(entry.No);
        var tree = Tree();
        await RelateAsync(tree, before.Union(tree.Relatives(entry)), CancellationToken.None);
    }

    /// <summary>A source made of others: on disk first, then known to the unassigned, where every source begins.</summary>
    /// <param name="alsoSave">Written in the same transaction.</param>
    public async Task AddVirtualAsync(SourceRow row, IReadOnlyList<VirtualTerm> terms, Action<SqliteConnection> alsoSave)
    {
        await setup.Database.WriteAsync(connection =>
        {
            SourceTable.Insert(connection, row);
            SourceTable.Update(connection, row);
            SourceTable.SetTerms(connection, row.No, terms);
            alsoSave(connection);
        });
        var entry = new SourceEntry(row, ruleBook.Of(row, []), unassigned, isNew: false) { Terms = terms };
        await unassigned.AskAsync(
            (ledger, _) =>
            {
                ledger.Adopt(services.Loader.Fresh(entry));
                Sources.Add(entry);
                return true;
            },
            CancellationToken.None);
    }

    /// <summary>A virtual source adds up others from now on, for all its time.</summary>
    public async Task SetTermsAsync(SourceEntry entry, IReadOnlyList<VirtualTerm> terms, Action<SqliteConnection> alsoSave)
    {
        var before = Tree().Relatives(entry);
        await setup.Database.WriteAsync(connection =>
        {
            SourceTable.SetTerms(connection, entry.No, terms);
            alsoSave(connection);
        });
        entry.Terms = terms;
        var tree = Tree();
        await RelateAsync(tree, before.Union(tree.Relatives(entry)), CancellationToken.None);
    }

    /// <summary>What people say about a source and read from it is taken in: the stretch it is about is folded again, and figures follow.</summary>
    public async Task TellAsync(SourceAct act)
    {
        var grain = act.Entry.Grain ?? throw new InvalidOperationException($"Source {act.Entry.Row.Id} is moving already.");
        await grain.AskAsync((ledger, request) => act.Run(ledger, services.History, request), CancellationToken.None);
        await grain.RescoreAsync(CancellationToken.None);
    }

    /// <summary>Looks anew at what units have of sources that others fold, share or subtract.</summary>
    private async Task RelateAsync(MeterTree tree, IEnumerable<string> units, CancellationToken cancellationToken)
    {
        var shares = Shares(tree);
        foreach (var unit in units)
        {
            if (Find(unit) is { } grain)
            {
                await grain.AskAsync((ledger, _) => SetFamily(ledger, tree, shares), cancellationToken);
                await grain.RescoreAsync(cancellationToken);
            }
        }
    }

    /// <summary>Before anything is changed: what cannot be kept would stop the host at its next start.</summary>
    private void Check(SourceEntry entry, SourceRow row, SourceRules rules, IReadOnlyList<Assignment> assignments)
    {
        if (assignments.FirstOrDefault(assignment => Find(assignment.Unit) is null) is { } homeless)
        {
            throw new ArgumentException($"There is no unit {homeless.Unit}.", nameof(assignments));
        }

        // All readings are looked at, which takes its time after years: only when they are to be counted otherwise.
        if (RuleBook.Differs(row, entry.Row) && !setup.Database.Read(connection => ReadingTable.Farthest(connection, row.No)).All(rules.Holds))
        {
            throw new ArgumentException($"With the factor {row.Factor} the stored readings of {row.Id} are more than can be counted.", nameof(row));
        }
    }

    private static bool Leave(SourceEntry entry, UnitLedger ledger, CommitRequest request)
    {
        entry.Leave();
        if (entry.IsNew)
        {
            entry.IsNew = false;
            request.NewSources.Add(entry.Row);
        }

        return ledger.Release(entry.No, request);
    }

    /// <summary>What was folded anew goes to disk at once: other units read their hours there.</summary>
    private bool Arrive(
        SourceEntry entry, SourceRow row, SourceRules rules, IReadOnlyList<Assignment> assignments, UnitGrain target, UnitLedger ledger, CommitRequest request)
    {
        var arriving = new SourceEntry(row, rules, target, isNew: false) { Assignments = assignments, Terms = entry.Terms };
        var tree = new MeterTree([arriving]);
        var source = setup.Database.Read(connection => services.Loader.Load(connection, arriving, CurrentUnit(assignments), Shares(tree), services.Now));
        source.Store(request);
        ledger.Adopt(source);
        entry.Arrive(row, rules, assignments, target);
        return true;
    }

    private bool SetFamily(UnitLedger ledger, MeterTree tree, ShareBuilder shares)
    {
        setup.Database.Read(connection => SetFamily(connection, ledger, tree, shares));
        return true;
    }

    private bool SetFamily(SqliteConnection connection, UnitLedger ledger, MeterTree tree, ShareBuilder shares)
    {
        var folded = ledger.Sources.Select(source => Sources.Find(source.Row.No)).OfType<SourceEntry>().ToList();
        ledger.SetFamily(new UnitFamily(
            folded.Where(entry => entry.IsLive && entry.Assignments.Count > 0 && tree.Counts(entry)).Select(entry => entry.No).ToHashSet(),
            folded.Where(entry => tree.Dependents(entry).Count > 0).Select(entry => entry.No).ToHashSet(),
            [.. shares.Derived(connection, Sources.All, ledger.Unit, services.Now)]));
        return true;
    }

    /// <summary>Hours of a source are on disk of which other units' figures are made. One look at a time per source; what is stored meanwhile makes another.</summary>
    private async Task RebookAsync(int no)
    {
        if (!rebooking.TryAdd(no, false))
        {
            rebooking[no] = true;
            return;
        }

        try
        {
            do
            {
                rebooking[no] = false;
                if (Sources.Find(no) is { } entry)
                {
                    var tree = Tree();
                    await RelateAsync(tree, tree.Dependents(entry), CancellationToken.None);
                }
            }
            while (!rebooking.TryRemove(KeyValuePair.Create(no, false)));
        }
        catch (SinkClosedException)
        {
            // The units are stopping; whoever comes after them reads the shares from disk.
        }
    }

    private void Load(SqliteConnection connection, Dictionary<string, UnitLedger> ledgers)
    {
        var assignments = SourceTable.Assignments(connection).ToLookup(assignment => assignment.Source);
        var terms = SourceTable.Terms(connection).ToLookup(term => term.Source);
        var events = SourceEventTable.All(connection).Where(entered => entered.Undone is null).ToLookup(entered => entered.Source, entered => entered.Event);
        foreach (var row in SourceTable.All(connection))
        {
            IReadOnlyList<Assignment> own = [.. assignments[row.No]];
            Sources.Add(new SourceEntry(row, ruleBook.Of(row, events[row.No]), GrainOf(CurrentUnit(own)), isNew: false) { Assignments = own, Terms = [.. terms[row.No]] });
        }

        var tree = Tree();
        var shares = Shares(tree);
        foreach (var entry in Sources.All)
        {
            var owner = CurrentUnit(entry.Assignments);
            ledgers[owner ?? ""].Adopt(services.Loader.Load(connection, entry, owner, shares, services.Now));
        }

        foreach (var ledger in ledgers.Values)
        {
            SetFamily(connection, ledger, tree, shares);
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

    private UnitScorer NewScorer() => new(scoring);
}

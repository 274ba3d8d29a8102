using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using System.Threading.Channels;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Grains;
using EmulationPlatform.Units.Importing;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Scores;
using EmulationPlatform.Units.Views;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units;

/// <summary>The running agency: what pages, the API and connectors talk to.</summary>
public sealed class Agency : IAsyncDisposable
{
    private const string ApiOrigin = "api";

    /// <summary>How long a change of the registry waits to be seen on the board before it answers all the same.</summary>
    private static readonly TimeSpan BoardPatience = TimeSpan.FromSeconds(2);

    private readonly AgencySetup setup;
    private readonly SourceDesk sourceDesk;
    private readonly QuarantineDesk quarantineDesk;
    private readonly BoardKeeper board;
    private readonly SemaphoreSlim registryTurn = new(1, 1);
    private readonly Minding mind;
    private readonly Origin api;
    private AgencyRuntime runtime;
    private volatile bool isOpen;

    private Agency(AgencySetup setup, Origin api, Plan plan, bool planIsDefault)
    {
        this.setup = setup;
        this.api = api;
        Plan = plan;
        PlanIsDefault = planIsDefault;
        sourceDesk = new SourceDesk(setup);
        quarantineDesk = new QuarantineDesk(setup);
        Facilities = new FacilitiesDesk(this, setup, sourceDesk);
        Imports = new ImportDesk(this, setup);
        Verification = new VerifyDesk(this, setup);
        board = new BoardKeeper(plan, setup.Calendar, Now, Scheduler.Default);
        mind = new Minding(setup.Clock, setup.Logger, cancellationToken => runtime!.RescoreAsync(cancellationToken), RebuildAsync);
        runtime = LoadRuntime();
        setup.Database.OnAvailable = OnStorage;
        isOpen = true;
        mind.Start();
    }

    public AgencyCalendar Calendar => setup.Calendar;

    public Plan Plan { get; private set; }

    /// <summary>Nobody has chosen a plan yet; the shipped one is shown.</summary>
    public bool PlanIsDefault { get; private set; }

    /// <summary>The newest committed board.</summary>
    public ScoreboardView Board => board.Board;

    /// <summary>Committed changes, at most a few per second and unit. Observers must be quick.</summary>
    public IObservable<BoardChange> Changes => board.Changes;

    public IReadOnlyList<UnitRecord> Units => [.. runtime.Units.Values.OrderBy(unit => unit.Id, StringComparer.Ordinal)];

    /// <summary>What the people do who own the meters.</summary>
    public FacilitiesDesk Facilities { get; }

    /// <summary>Takes in files of units, meters, base years and readings.</summary>
    public ImportDesk Imports { get; }

    /// <summary>Proves that what is shown follows from what was sent.</summary>
    public VerifyDesk Verification { get; }

    /// <summary>Metrics of all loaded modules by id.</summary>
    public IReadOnlyDictionary<string, Metric> Metrics => setup.Metrics;

    /// <summary>All plugins found, whatever their state.</summary>
    public IReadOnlyList<PluginView> Plugins => setup.Plugins.All;

    /// <summary>False while nothing can be stored.</summary>
    public bool IsOpen => isOpen;

    public IReadOnlyList<HostHealth> Health => AgencyHealth.Of(setup.Database, runtime, isOpen);

    private Instant Now => Instant.From(setup.Clock.GetUtcNow());

    /// <summary>Reads everything from disk and computes the first board.</summary>
    public static async Task<Agency> StartAsync(AgencySetup setup, CancellationToken cancellationToken)
    {
        var (plan, isDefault) = PlanChoice.Of(setup);
        var posts = new Origin(ApiOrigin, await setup.Database.WriteAsync(connection => OriginTable.Number(connection, ApiOrigin)));
        var agency = new Agency(setup, posts, plan, isDefault);
        await agency.runtime.BeginAsync(cancellationToken);
        return agency;
    }

    /// <summary>The way in and the durable state for a connector.</summary>
    public async Task<(IReadingSink Sink, IConnectorState State)> ConnectAsync(string connector)
    {
        var sink = new ConnectorSink(this, setup, new Origin(connector, await setup.Database.WriteAsync(connection => OriginTable.Number(connection, connector))));
        return (sink, sink);
    }

    /// <summary>The board as it would have stood at a past moment, from what is known now.</summary>
    public Task<ScoreboardView> BoardAsOfAsync(Instant asOf, CancellationToken cancellationToken) =>
        WithStoredHours(current => new BoardHistory(setup, Plan).At(current, asOf, Board.Sequence), cancellationToken);

    /// <returns>Null when there is no such unit.</returns>
    public async Task<UnitDetail?> UnitAsync(string unit, CancellationToken cancellationToken)
    {
        var current = runtime;
        if (!current.Units.TryGetValue(unit, out var record) || current.Find(unit) is not { } grain || Board.Units.FirstOrDefault(row => row.Unit == unit) is not { } row)
        {
            return null;
        }

        var now = Now;
        var metrics = await grain.AskAsync(
            (ledger, _) => setup.Metrics.Values.Select(metric => new MetricDetail(metric, ledger.Consumption(metric.Id, setup.Calendar.YearOf(now), now))).ToList(),
            cancellationToken);
        return new UnitDetail(record, row, metrics, sourceDesk.List(current, new SourceQuery(null, null, unit)));
    }

    public Task PutUnitAsync(UnitRecord record, CancellationToken cancellationToken) => ChangeRegistryAsync(
        async current =>
        {
            await setup.Database.WriteAsync(connection => UnitTable.Put(connection, record));
            await current.PutAsync(record, cancellationToken);
            board.Reset(Plan, current.Units.Values, Now);
            var shown = Changes.FirstAsync(change => change.Row.Unit == record.Id).Timeout(BoardPatience).ToTask(cancellationToken);
            await current.Find(record.Id)!.RescoreAsync(cancellationToken);
            await ((Task)shown).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        },
        cancellationToken);

    /// <summary>Puts a plan to use: every card is computed anew by it.</summary>
    /// <param name="text">The file as it was read, kept word for word.</param>
    public Task UsePlanAsync(string text, Plan plan, CancellationToken cancellationToken) => ChangeRegistryAsync(
        async current =>
        {
            await setup.Database.WriteAsync(connection => PlanTable.Use(connection, new StoredPlan(plan.Id, plan.Version, text), Now));
            Plan = plan;
            PlanIsDefault = false;
            board.Reset(Plan, current.Units.Values, Now);
            await current.UsePlanAsync(Plan, cancellationToken);
            return true;
        },
        cancellationToken);

    public Task<IReadOnlyList<BaselineRecord>> BaselinesAsync(string unit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BaselineRecord>>([.. setup.Database.Read(BaselineTable.All).Where(baseline => baseline.Unit == unit)]);

    public Task<IReadOnlyList<SourceView>> SourcesAsync(SourceQuery query, CancellationToken cancellationToken) => Task.FromResult(sourceDesk.List(runtime, query));

    /// <returns>Null when there is no such source.</returns>
    public Task<SourceView?> SourceAsync(string source, CancellationToken cancellationToken) =>
        Task.FromResult(runtime.Sources.Find(source) is { } entry ? sourceDesk.View(entry, runtime.Tree()) : null);

    /// <returns>Null when there is no such source.</returns>
    public Task<SourceView?> PutSourceAsync(string source, SourceChange change, string author, CancellationToken cancellationToken) => ChangeRegistryAsync(
        async current =>
        {
            if (current.Sources.Find(source) is not { } entry)
            {
                return null;
            }

            var before = entry.Row;
            var row = SourceSettings.Apply(entry.Row, change, current.Sources);
            var assignments = SourceSettings.Assign(entry.No, entry.Assignments, change);
            var formerly = entry.Assignments;
            await current.MoveAsync(
                entry, row, assignments,
                connection => Facilities.Audit.Append(
                    connection, author, "source.set", $"source/{source}", change.Sharing?.Reason ?? "", SourceShape.Of(before, formerly), SourceShape.Of(row, assignments)),
                cancellationToken);
            return sourceDesk.View(entry, current.Tree());
        },
        cancellationToken);

    /// <returns>Null when there is no such source.</returns>
    public Task<ConsumptionView?> ConsumptionAsync(string source, Instant from, Instant to, Granularity per, CancellationToken cancellationToken) =>
        WithStoredHours(current => current.Sources.Find(source) is { } entry ? sourceDesk.Consumption(current, entry, from, to, per) : null, cancellationToken);

    /// <summary>Readings in order of time, at most <paramref name="limit"/>.</summary>
    /// <returns>Null when there is no such source.</returns>
    public Task<IReadOnlyList<ReadingView>?> ReadingsAsync(string source, Instant from, Instant to, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(runtime.Sources.Find(source) is { } entry ? sourceDesk.Readings(entry, from, to, limit) : null);

    /// <summary>Completes after the commit.</summary>
    /// <exception cref="SinkClosedException">Nothing was taken; try again later.</exception>
    public Task<PostResult> PostReadingsAsync(IReadOnlyList<PostedReading> readings, string origin, CancellationToken cancellationToken) =>
        new Posting(runtime.Sources, readings, origin, Now).SubmitAsync(delivery => SubmitAndWaitAsync(delivery, api, cancellationToken));

    /// <summary>Takes in readings that people entered; completes after the commit.</summary>
    internal async Task<PostResult> PostAsync(IReadOnlyList<PostedReading> readings, string origin)
    {
        var from = new Origin(origin, await setup.Database.WriteAsync(connection => OriginTable.Number(connection, origin)));
        return await new Posting(runtime.Sources, readings, origin, Now).SubmitAsync(delivery => SubmitAndWaitAsync(delivery, from, CancellationToken.None));
    }

    /// <summary>Newest first, at most <paramref name="limit"/>, only ids below <paramref name="before"/> when given.</summary>
    public Task<IReadOnlyList<QuarantineView>> QuarantineAsync(long? before, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(quarantineDesk.Page(before, limit));

    /// <returns>Null when there is no such entry.</returns>
    /// <exception cref="SinkClosedException">Nothing was taken; try again later.</exception>
    public async Task<ReplayResult?> ReplayAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            return await quarantineDesk.ReplayAsync(
                id,
                async (delivery, connector) => await SubmitAndWaitAsync(
                    delivery, new Origin(connector, await setup.Database.WriteAsync(connection => OriginTable.Number(connection, connector))), cancellationToken));
        }
        catch (StorageLostException e)
        {
            throw new SinkClosedException(e.Message);
        }
    }

    /// <summary>Most frequent first.</summary>
    public Task<IReadOnlyList<UnmatchedView>> UnmatchedAsync(CancellationToken cancellationToken) => Task.FromResult(quarantineDesk.Unmatched());

    /// <summary>Stores what is in line and all hours, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        isOpen = false;
        setup.Database.OnAvailable = null;
        await mind.DisposeAsync();
        await runtime.StopAsync();
        board.Dispose();
        registryTurn.Dispose();
    }

    internal ValueTask SubmitAsync(Delivery delivery, Origin origin, CancellationToken cancellationToken)
    {
        if (!isOpen)
        {
            throw new SinkClosedException("The host cannot store at the moment; try again later.");
        }

        var submitted = runtime.DispatchAsync(delivery, origin, cancellationToken);
        return submitted.IsCompletedSuccessfully ? submitted : WithOwnExceptionAsync(submitted);
    }

    private static async ValueTask WithOwnExceptionAsync(ValueTask submitted)
    {
        try
        {
            await submitted;
        }
        catch (ChannelClosedException)
        {
            throw new SinkClosedException("The host is stopping or starting over; try again later.");
        }
    }

    private async Task SubmitAndWaitAsync(PostDelivery delivery, Origin origin, CancellationToken cancellationToken)
    {
        await SubmitAsync(delivery, origin, cancellationToken);
        if (!await delivery.Committed.WaitAsync(cancellationToken))
        {
            throw new SinkClosedException("The readings could not be stored; nothing was taken. Try again later.");
        }
    }

    internal Task<T> With<T>(Func<AgencyRuntime, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(read(runtime));
    }

    internal async Task<T> WithStoredHours<T>(Func<AgencyRuntime, T> read, CancellationToken cancellationToken)
    {
        var current = runtime;
        await current.StoreHoursAsync(cancellationToken);
        return read(current);
    }

    /// <summary>Changes much of the registry at once: the units stop, everything is written in one transaction, and they are read from disk again.</summary>
    /// <param name="plan">What is to be written; nothing leaves everything as it is.</param>
    internal Task<TResult> ChangeWholeRegistryAsync<TChange, TResult>(
        Func<AgencyRuntime, IReadOnlyList<TChange>> plan, Action<SqliteConnection, IReadOnlyList<TChange>> write, Func<IReadOnlyList<TChange>, TResult> answer,
        CancellationToken cancellationToken) => ChangeRegistryAsync(
        async current =>
        {
            var changes = plan(current);
            if (changes.Count > 0)
            {
                isOpen = false;
                await current.StopAsync();
                try
                {
                    await setup.Database.WriteAsync(connection => write(connection, changes));
                }
                finally
                {
                    Reopen();
                }

                await runtime.BeginAsync(cancellationToken);
            }

            return answer(changes);
        },
        cancellationToken);

    internal async Task<ReadingsImport> ReadingsAsync(ImportOptions options)
    {
        var name = "import:" + Path.GetFileName(options.File);
        var origin = new Origin(name, await setup.Database.WriteAsync(connection => OriginTable.Number(connection, name)));
        return new ReadingsImport(setup, runtime.Sources, options, delivery => SubmitAndWaitAsync(delivery, origin, CancellationToken.None));
    }

    internal Task AuditAsync(string author, string act, string subject, object after) =>
        setup.Database.WriteAsync(connection => Facilities.Audit.Append(connection, author, act, subject, "", before: null, after));

    internal async Task<T> ChangeRegistryAsync<T>(Func<AgencyRuntime, Task<T>> change, CancellationToken cancellationToken)
    {
        await registryTurn.WaitAsync(cancellationToken);
        try
        {
            return isOpen ? await change(runtime) : throw new SinkClosedException("The host cannot store at the moment; try again later.");
        }
        catch (StorageLostException e)
        {
            throw new SinkClosedException(e.Message);
        }
        finally
        {
            registryTurn.Release();
        }
    }

    private void OnStorage(bool available)
    {
        isOpen = false;
        if (available)
        {
            mind.WantRebuild();
        }
    }

    private void WantRebuild()
    {
        isOpen = false;
        mind.WantRebuild();
    }

    private async Task RebuildAsync(CancellationToken cancellationToken)
    {
        await registryTurn.WaitAsync(cancellationToken);
        try
        {
            await runtime.StopAsync();
            Reopen();
            await runtime.BeginAsync(cancellationToken);
        }
        finally
        {
            registryTurn.Release();
        }
    }

    private void Reopen()
    {
        try
        {
            runtime = LoadRuntime();
            isOpen = setup.Database.Health.Problem is null;
        }
        catch
        {
            mind.WantRebuild();
            throw;
        }
    }

    private AgencyRuntime LoadRuntime()
    {
        var started = setup.Clock.GetTimestamp();
        var loaded = AgencyRuntime.Load(setup, board, Plan, WantRebuild);
        board.Reset(Plan, loaded.Units.Values, Now);
        setup.Logger.RuntimeReady(loaded.Units.Count, loaded.Sources.Count, (long)setup.Clock.GetElapsedTime(started).TotalMilliseconds);
        return loaded;
    }
}

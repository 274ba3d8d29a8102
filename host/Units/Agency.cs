using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Grains;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Movement;
using EmulationPlatform.Units.Scores;
using EmulationPlatform.Units.Views;
using EmulationPlatform.Units.Watching;

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
    private readonly WatchRoom watches;
    private readonly RuntimeKeeper keeper;
    private readonly Origin api;

    private Agency(AgencySetup setup, Origin api, PlanBook plans, DeclaredBook declared)
    {
        this.setup = setup;
        this.api = api;
        sourceDesk = new SourceDesk(setup);
        watches = new WatchRoom(setup);
        board = new BoardKeeper(ScoringTerms.Of(plans, setup, declared, _ => null), Now, Scheduler.Default);
        keeper = new RuntimeKeeper(setup, board, watches, plans, declared);
        Facilities = new FacilitiesDesk(keeper, setup, sourceDesk, watches);
        quarantineDesk = new QuarantineDesk(setup, Facilities.Audit);
        Imports = new ImportDesk(keeper, setup, Facilities.Audit);
        Verification = new VerifyDesk(keeper, setup);
        Movement = new MovementDesk(keeper, setup, board, Facilities);
    }

    public AgencyCalendar Calendar => setup.Calendar;

    /// <summary>What scores follow: the plan in use with what is settled put in.</summary>
    public Plan Plan => keeper.Plans.InForce;

    /// <summary>All plans, their open points and what was chosen.</summary>
    public PlanBook Plans => keeper.Plans;

    /// <summary>The newest committed board.</summary>
    public ScoreboardView Board => board.Board;

    /// <summary>Committed changes, at most a few per second and unit. Observers must be quick.</summary>
    public IObservable<BoardChange> Changes => board.Changes;

    public IReadOnlyList<UnitRecord> Units => [.. keeper.Runtime.Units.Values.OrderBy(unit => unit.Id, StringComparer.Ordinal)];

    /// <summary>What the people do who own the meters.</summary>
    public FacilitiesDesk Facilities { get; }

    /// <summary>What units, the Office and the Council do.</summary>
    public MovementDesk Movement { get; }

    internal WatchRoom Watches => watches;

    /// <summary>Takes in files of units, meters, base years and readings.</summary>
    public ImportDesk Imports { get; }

    /// <summary>Proves that what is shown follows from what was sent.</summary>
    public VerifyDesk Verification { get; }

    /// <summary>Metrics of all loaded modules by id.</summary>
    public IReadOnlyDictionary<string, Metric> Metrics => setup.Metrics;

    /// <summary>All plugins found, whatever their state.</summary>
    public IReadOnlyList<PluginView> Plugins => setup.Plugins.All;

    /// <summary>False while nothing can be stored.</summary>
    public bool IsOpen => keeper.IsOpen;

    public IReadOnlyList<HostHealth> Health => AgencyHealth.Of(setup.Database, keeper.Runtime, watches, keeper.IsOpen);

    private Instant Now => Instant.From(setup.Clock.GetUtcNow());

    /// <summary>Reads everything from disk and computes the first board. Watching begins in the background.</summary>
    /// <exception cref="InvalidOperationException">A setting is out of its range; the message says which.</exception>
    public static async Task<Agency> StartAsync(AgencySetup setup, CancellationToken cancellationToken)
    {
        if (setup.Watches.Problems() is { Count: > 0 } problems)
        {
            throw new InvalidOperationException("The settings of watching cannot be used. " + string.Join(' ', problems));
        }

        var (plans, declared) = setup.Database.Read(connection => (PlanShelf.Load(connection, setup), DeclaredBook.Load(connection, setup)));
        var posts = new Origin(ApiOrigin, await setup.Database.WriteAsync(connection => OriginTable.Number(connection, ApiOrigin)));
        var agency = new Agency(setup, posts, plans, declared);
        await agency.keeper.Runtime.BeginAsync(cancellationToken);
        await agency.Imports.FinishAsync();
        return agency;
    }

    /// <summary>The way in and the durable state for a connector.</summary>
    public async Task<(IReadingSink Sink, IConnectorState State)> ConnectAsync(string connector)
    {
        var sink = new ConnectorSink(this, setup, await keeper.OriginAsync(connector));
        return (sink, sink);
    }

    /// <summary>The board of a past moment.</summary>
    /// <param name="knownThen">From what was known at that moment; else from what is known now about it.</param>
    public Task<ScoreboardView> BoardAsOfAsync(Instant asOf, bool knownThen, CancellationToken cancellationToken) => keeper.WithStoredHours(
        current => knownThen ? new BoardHistory(setup).KnownThen(current, asOf, Board.Sequence) : new BoardHistory(setup).KnownNow(current, asOf, Board.Sequence),
        cancellationToken);

    /// <returns>Null when there is no such unit.</returns>
    public async Task<UnitDetail?> UnitAsync(string unit, CancellationToken cancellationToken)
    {
        var current = keeper.Runtime;
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

    public Task PutUnitAsync(UnitRecord record, string author, CancellationToken cancellationToken) => keeper.ChangeRegistryAsync(
        async current =>
        {
            await setup.Database.WriteAsync(connection => RegistryActs.Put(connection, Facilities.Audit, current.Units.GetValueOrDefault(record.Id), record, author));
            await current.PutAsync(record, cancellationToken);
            board.Reset(current.Terms, current.Units.Values, Now);
            var shown = Changes.FirstAsync(change => change.Row.Unit == record.Id).Timeout(BoardPatience).ToTask(cancellationToken);
            await current.Find(record.Id)!.RescoreAsync(cancellationToken);
            await ((Task)shown).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        },
        cancellationToken);

    /// <summary>Puts a plan to use: every card is computed anew by it. A closed plan is kept as an archive and scores nothing.</summary>
    /// <param name="text">The file as it was read, kept word for word.</param>
    public Task UsePlanAsync(string text, Plan plan, string author, CancellationToken cancellationToken) => keeper.ChangeRegistryAsync(
        async current =>
        {
            await RegistryActs.UsePlanAsync(setup.Database, setup.Clock, new StoredPlan(plan.Id, plan.Version, text), author);
            await keeper.UsePlansAsync(current, setup.Database.Read(connection => PlanShelf.Load(connection, setup)), cancellationToken);
            return true;
        },
        cancellationToken);

    public Task<IReadOnlyList<BaselineRecord>> BaselinesAsync(string unit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BaselineRecord>>([.. setup.Database.Read(BaselineTable.All).Where(baseline => baseline.Unit == unit)]);

    public Task<IReadOnlyList<SourceView>> SourcesAsync(SourceQuery query, CancellationToken cancellationToken) => Task.FromResult(sourceDesk.List(keeper.Runtime, query));

    /// <returns>Null when there is no such source.</returns>
    public Task<SourceView?> SourceAsync(string source, CancellationToken cancellationToken) =>
        Task.FromResult(keeper.Runtime.Sources.Find(source) is { } entry ? sourceDesk.View(entry, keeper.Runtime.Tree()) : null);

    /// <returns>Null when there is no such source.</returns>
    /// <exception cref="ArgumentException">It does not fit the readings or other sources, or has no reason and needs one.</exception>
    public Task<SourceView?> PutSourceAsync(string source, SourceChange change, string author, CancellationToken cancellationToken) => keeper.ChangeRegistryAsync(
        async current =>
        {
            if (current.Sources.Find(source) is not { } entry)
            {
                return null;
            }

            await Facilities.Settings.PutAsync(current, entry, change, author, cancellationToken);
            return sourceDesk.View(entry, current.Tree());
        },
        cancellationToken);

    /// <returns>Null when there is no such source.</returns>
    public Task<ConsumptionView?> ConsumptionAsync(string source, Instant from, Instant to, Granularity per, CancellationToken cancellationToken) =>
        keeper.WithStoredHours(current => current.Sources.Find(source) is { } entry ? sourceDesk.Consumption(current, entry, from, to, per) : null, cancellationToken);

    /// <summary>Readings in order of time, at most <paramref name="limit"/>.</summary>
    /// <returns>Null when there is no such source.</returns>
    public Task<IReadOnlyList<ReadingView>?> ReadingsAsync(string source, Instant from, Instant to, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(keeper.Runtime.Sources.Find(source) is { } entry ? sourceDesk.Readings(entry, from, to, limit) : null);

    /// <summary>Completes after the commit.</summary>
    /// <exception cref="SinkClosedException">Nothing was taken; try again later.</exception>
    public Task<PostResult> PostReadingsAsync(IReadOnlyList<PostedReading> readings, string origin, CancellationToken cancellationToken) =>
        new Posting(keeper.Runtime.Sources, readings, origin, Now).SubmitAsync(delivery => keeper.SubmitAndWaitAsync(delivery, api, cancellationToken));

    /// <summary>Newest first, at most <paramref name="limit"/>, only ids below <paramref name="before"/> when given.</summary>
    public Task<IReadOnlyList<QuarantineView>> QuarantineAsync(long? before, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(quarantineDesk.Page(before, limit));

    /// <param name="reason">Why, for the audit log; may be empty.</param>
    /// <returns>Null when there is no such entry.</returns>
    /// <exception cref="SinkClosedException">Nothing was taken; try again later.</exception>
    public async Task<ReplayResult?> ReplayAsync(long id, string reason, string author, CancellationToken cancellationToken)
    {
        try
        {
            return await quarantineDesk.ReplayAsync(
                id, reason, author,
                async (delivery, connector) => await keeper.SubmitAndWaitAsync(delivery, await keeper.OriginAsync(connector), cancellationToken));
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
        await keeper.DisposeAsync();
        await watches.DisposeAsync();
        board.Dispose();
    }

    internal ValueTask SubmitAsync(Delivery delivery, Origin origin, CancellationToken cancellationToken) => keeper.SubmitAsync(delivery, origin, cancellationToken);
}

using System.Text;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Registry;
using EmulationPlatform.Units.Views;
using EmulationPlatform.Units.Watching;

namespace EmulationPlatform.Units;

/// <summary>What the people do who own the meters. Every act has an author, a time and a reason, and can be taken back by another act.</summary>
public sealed class FacilitiesDesk
{
    private readonly RuntimeKeeper keeper;
    private readonly AgencySetup setup;
    private readonly SourceDesk sources;
    private readonly EventDesk events;
    private readonly HandBook book;
    private readonly HandReadings hand;
    private readonly Worklist worklist;
    private readonly UsageDesk usage;
    private readonly BaselineDesk baselines;
    private readonly VirtualSources virtuals;

    internal FacilitiesDesk(RuntimeKeeper keeper, AgencySetup setup, SourceDesk sources, WatchRoom watches)
    {
        this.keeper = keeper;
        this.setup = setup;
        this.sources = sources;
        Audit = new AuditTrail(setup.Clock);
        Alerts = new AlertBoard(setup, Audit, watches);
        Settings = new SettingsDesk(setup, Audit);
        events = new EventDesk(setup, Audit);
        book = new HandBook(setup, Audit, events, keeper.OriginAsync);
        hand = new HandReadings(setup, Audit, book);
        worklist = new Worklist(setup);
        usage = new UsageDesk(setup);
        baselines = new BaselineDesk(setup, Audit, usage);
        virtuals = new VirtualSources(setup, Audit);
    }

    internal AuditTrail Audit { get; }

    internal AlertBoard Alerts { get; }

    internal SettingsDesk Settings { get; }

    /// <summary>A person entered the reading, from the register or from a bill.</summary>
    public static bool IsByHand(string origin) =>
        origin.StartsWith(HandBook.ManualOrigin, StringComparison.Ordinal) || origin.StartsWith(HandBook.BillOrigin, StringComparison.Ordinal);

    /// <summary>Worst first, then by title.</summary>
    public Task<IReadOnlyList<MeterView>> MetersAsync(SourceQuery query, CancellationToken cancellationToken) => keeper.WithStoredHours(
        runtime => List(runtime, worklist.Of(runtime.Sources, only: null)).Of(runtime, SourceDesk.Find(runtime.Sources, query)), cancellationToken);

    /// <returns>Null when there is no such source.</returns>
    public Task<MeterView?> MeterAsync(string source, CancellationToken cancellationToken) => keeper.WithStoredHours(
        runtime => runtime.Sources.Find(source) is { } entry ? List(runtime, worklist.Of(runtime.Sources, entry)).Of(runtime, [entry])[0] : null,
        cancellationToken);

    /// <summary>What waits for a person first, then the newest. With a source, only what is about it.</summary>
    public Task<IReadOnlyList<FindingView>> WorklistAsync(string? source, CancellationToken cancellationToken) => keeper.WithStoredHours<IReadOnlyList<FindingView>>(
        runtime => source is null ? worklist.Of(runtime.Sources, null) : runtime.Sources.Find(source) is { } entry ? worklist.Of(runtime.Sources, entry) : [],
        cancellationToken);

    /// <summary>Everything that was said about a source, newest first, also what was taken back.</summary>
    /// <returns>Null when there is no such source.</returns>
    public Task<IReadOnlyList<EventView>?> EventsAsync(string source, CancellationToken cancellationToken) =>
        Task.FromResult(keeper.Runtime.Sources.Find(source) is { } entry ? events.Of(entry) : null);

    /// <summary>Why <see cref="EnterAsync"/> would not take it, without entering anything.</summary>
    /// <returns>Null when it would, or when there is no such source.</returns>
    public Task<EntryResult?> RefusalAsync(string source, EventEntry said, CancellationToken cancellationToken) => keeper.WithStoredHours(
        runtime => runtime.Sources.Find(source) is { } entry ? events.Refuse(entry, said) : null, cancellationToken);

    /// <summary>Completes when the figures follow what was said.</summary>
    /// <returns>Null when there is no such source.</returns>
    public Task<EntryResult?> EnterAsync(string source, EventEntry said, string author, CancellationToken cancellationToken) => keeper.ChangeRegistryAsync(
        async runtime =>
        {
            if (runtime.Sources.Find(source) is not { } entry)
            {
                return null;
            }

            // What is said must fit what was found, up to the last reading.
            await runtime.StoreHoursAsync(cancellationToken);
            return await events.EnterAsync(runtime, entry, said, author);
        },
        cancellationToken);

    /// <returns>Null when there is no such event.</returns>
    public Task<EntryResult?> UndoAsync(long no, string reason, string author, CancellationToken cancellationToken) =>
        keeper.ChangeRegistryAsync(runtime => events.UndoAsync(runtime, no, reason, author), cancellationToken);

    /// <summary>Changes of a source's settings, newest first.</summary>
    public Task<IReadOnlyList<SettingsAct>> SettingsAsync(string source, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SettingsAct>>(
        keeper.Runtime.Sources.Find(source) is { } entry ? Settings.History(keeper.Runtime, entry) : []);

    /// <summary>Sets what an act of <see cref="SettingsAsync"/> changed to its former values.</summary>
    /// <returns>Null when there is no such act on the source.</returns>
    public Task<EntryResult?> SetAgainAsync(string source, long act, string reason, string author, CancellationToken cancellationToken) => keeper.ChangeRegistryAsync(
        async runtime => runtime.Sources.Find(source) is { } entry ? await Settings.SetAgainAsync(runtime, entry, act, reason, author, cancellationToken) : null,
        cancellationToken);

    /// <returns>Null when there is no such source.</returns>
    public Task<EntryResult?> ReadAsync(string source, ManualReading reading, string author, CancellationToken cancellationToken) => keeper.ChangeRegistryAsync(
        async runtime => runtime.Sources.Find(source) is { } entry ? await hand.ReadAsync(runtime, entry, reading, author) : null, cancellationToken);

    /// <returns>Null when there is no such source.</returns>
    public Task<EntryResult?> BillAsync(string source, Bill bill, string author, CancellationToken cancellationToken) => keeper.ChangeRegistryAsync(
        async runtime => runtime.Sources.Find(source) is { } entry ? await hand.BillAsync(runtime, entry, bill, author) : null, cancellationToken);

    /// <summary>Readings and bills that people entered, newest first, also what was taken back.</summary>
    /// <returns>Null when there is no such source.</returns>
    public Task<IReadOnlyList<HandEntry>?> HandEntriesAsync(string source, CancellationToken cancellationToken) =>
        Task.FromResult(keeper.Runtime.Sources.Find(source) is { } entry ? book.Of(entry) : null);

    /// <summary>Takes a reading by hand or a bill back, whenever it was for.</summary>
    /// <returns>Null when there is no such source or entry.</returns>
    public Task<EntryResult?> TakeBackAsync(string source, long no, string reason, string author, CancellationToken cancellationToken) => keeper.ChangeRegistryAsync(
        async runtime => runtime.Sources.Find(source) is { } entry ? await book.TakeBackAsync(runtime, entry, no, reason, author) : null, cancellationToken);

    /// <returns>Null when there is no such source, unit or metric.</returns>
    public Task<UsageView?> UsageAsync(UsageQuery query, CancellationToken cancellationToken) =>
        keeper.WithStoredHours(runtime => usage.Of(runtime, query), cancellationToken);

    /// <summary>Makes a source that adds up others; it can be assigned like any other, or with it.</summary>
    public Task<EntryResult> AddVirtualAsync(VirtualSource wanted, string author, CancellationToken cancellationToken) => keeper.ChangeRegistryAsync(
        async runtime =>
        {
            // What it adds up is read from stored hours.
            await runtime.StoreHoursAsync(cancellationToken);
            var result = await virtuals.AddAsync(runtime, wanted, author);
            if (result.IsDone && wanted.Unit is not null)
            {
                await Settings.PutAsync(runtime, runtime.Sources.Find(wanted.Id)!, wanted.Assignment, author, cancellationToken);
            }

            return result;
        },
        cancellationToken);

    /// <summary>Makes a virtual source of other terms, for all its time.</summary>
    /// <param name="terms">Ids of sources with their coefficients.</param>
    /// <returns>Null when there is no such source.</returns>
    public Task<EntryResult?> SetTermsAsync(
        string source, IReadOnlyList<KeyValuePair<string, decimal>> terms, string reason, string author, CancellationToken cancellationToken) =>
        keeper.ChangeRegistryAsync(
            async runtime => runtime.Sources.Find(source) is { } entry ? await virtuals.SetTermsAsync(runtime, entry, terms, reason, author) : null, cancellationToken);

    /// <summary>What watches say now: what nobody has seen to first.</summary>
    public Task<IReadOnlyList<AlertView>> AlertsAsync(CancellationToken cancellationToken) => Task.FromResult(Alerts.Of(keeper.Runtime.Sources));

    /// <returns>False when nothing of the kind is raised about such a source.</returns>
    public Task<bool> AcknowledgeAsync(string source, AlertKind kind, string reason, string author, CancellationToken cancellationToken) => keeper.ChangeRegistryAsync(
        async runtime => runtime.Sources.Find(source) is { } entry && await Alerts.AcknowledgeAsync(entry, kind, reason, author), cancellationToken);

    /// <summary>What a connector makes of a message now, without taking anything in.</summary>
    /// <returns>Null when no such connector is running.</returns>
    public Task<ProfileTrial?> TryAsync(string connector, string topic, string payload, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (setup.Plugins.Connector(connector) is not { } running)
        {
            return Task.FromResult<ProfileTrial?>(null);
        }

        var read = running.Interpret(new RawMessage(connector, topic, Encoding.UTF8.GetBytes(payload), Audit.Now));
        return Task.FromResult<ProfileTrial?>(new ProfileTrial(
            read.Matched,
            [.. read.Observations.Select(seen => new TriedValue(
                seen.Source.Id, seen.Source.Profile, seen.Source.Metric, seen.Source.Kind, seen.Source.Direction, seen.Source.Channel, seen.Source.Measure,
                seen.Value.ToDecimal(), seen.At))],
            [.. read.Rejected]));
    }

    /// <summary>Base years ever proposed, newest first; of one unit or all.</summary>
    public Task<IReadOnlyList<BaselineVersion>> BaselinesAsync(string? unit, CancellationToken cancellationToken) =>
        Task.FromResult(baselines.Versions(unit));

    /// <param name="approve">The proposer's role may approve: it counts at once.</param>
    /// <returns>Number of the version.</returns>
    public Task<long> ProposeBaselineAsync(BaselineRecord baseline, string reason, string author, bool approve, CancellationToken cancellationToken) =>
        keeper.ChangeRegistryAsync(
            async runtime =>
            {
                var no = await baselines.ProposeAsync(baseline, reason, author, approve);
                if (approve)
                {
                    await runtime.SetBaselineAsync(baseline, cancellationToken);
                }

                return no;
            },
            cancellationToken);

    /// <returns>Null when there is no such version.</returns>
    public Task<EntryResult?> DecideBaselineAsync(long version, bool approved, string reason, string author, CancellationToken cancellationToken) =>
        keeper.ChangeRegistryAsync(
            async runtime =>
            {
                var result = await baselines.DecideAsync(version, approved, reason, author);
                if (result is { IsDone: true } && approved)
                {
                    await runtime.SetBaselineAsync(baselines.Versions(unit: null).First(known => known.No == version).Baseline, cancellationToken);
                }

                return result;
            },
            cancellationToken);

    /// <summary>The months of a year as they were measured here, to be proposed as a base year.</summary>
    /// <returns>Null when there is no such unit or metric.</returns>
    public Task<BaselineRecord?> BaselineFromReadingsAsync(string unit, string metric, int year, CancellationToken cancellationToken) =>
        keeper.WithStoredHours(runtime => baselines.FromReadings(runtime, unit, metric, year), cancellationToken);

    private MeterList List(AgencyRuntime runtime, IReadOnlyList<FindingView> open) =>
        new(setup, sources, Alerts.Of(runtime.Sources).ToLookup(alert => alert.Source), open.ToLookup(found => found.Source));
}

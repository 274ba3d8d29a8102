using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units;

/// <summary>The running agency: what pages, the API and connectors talk to.</summary>
public sealed class Agency
{
    public AgencyCalendar Calendar => throw new NotSupportedException();

    public Plan Plan => throw new NotSupportedException();

    /// <summary>Nobody has chosen a plan yet; the shipped one is shown.</summary>
    public bool PlanIsDefault => throw new NotSupportedException();

    /// <summary>The newest committed board.</summary>
    public ScoreboardView Board => throw new NotSupportedException();

    /// <summary>Committed changes, at most a few per second and unit. Observers must be quick.</summary>
    public IObservable<BoardChange> Changes => throw new NotSupportedException();

    public IReadOnlyList<UnitRecord> Units => throw new NotSupportedException();

    /// <summary>Metrics of all loaded modules by id.</summary>
    public IReadOnlyDictionary<string, Metric> Metrics => throw new NotSupportedException();

    /// <summary>All plugins found, whatever their state.</summary>
    public IReadOnlyList<PluginView> Plugins => throw new NotSupportedException();

    public IReadOnlyList<HostHealth> Health => throw new NotSupportedException();

    /// <summary>The board as it would have stood at a past moment, from what is known now.</summary>
    public Task<ScoreboardView> BoardAsOfAsync(Instant asOf, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <returns>Null when there is no such unit.</returns>
    public Task<UnitDetail?> UnitAsync(string unit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task PutUnitAsync(UnitRecord record, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task PutBaselineAsync(BaselineRecord record, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<BaselineRecord>> BaselinesAsync(string unit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<SourceView>> SourcesAsync(SourceQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <returns>Null when there is no such source.</returns>
    public Task<SourceView?> SourceAsync(string source, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <returns>Null when there is no such source.</returns>
    public Task<SourceView?> PutSourceAsync(string source, SourceChange change, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <returns>Null when there is no such source.</returns>
    public Task<ConsumptionView?> ConsumptionAsync(
        string source, Instant from, Instant to, Granularity per, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Readings in order of time, at most <paramref name="limit"/>.</summary>
    /// <returns>Null when there is no such source.</returns>
    public Task<IReadOnlyList<ReadingView>?> ReadingsAsync(
        string source, Instant from, Instant to, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Completes after the commit.</summary>
    /// <exception cref="SinkClosedException">Nothing was taken; try again later.</exception>
    public Task<PostResult> PostReadingsAsync(IReadOnlyList<PostedReading> readings, string origin, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Newest first, at most <paramref name="limit"/>, only ids below <paramref name="before"/> when given.</summary>
    public Task<IReadOnlyList<QuarantineView>> QuarantineAsync(long? before, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <returns>Null when there is no such entry.</returns>
    public Task<ReplayResult?> ReplayAsync(long id, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Most frequent first.</summary>
    public Task<IReadOnlyList<UnmatchedView>> UnmatchedAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}

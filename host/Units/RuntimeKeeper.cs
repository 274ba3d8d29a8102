using System.Threading.Channels;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Grains;
using EmulationPlatform.Units.Movement;
using EmulationPlatform.Units.Scores;
using EmulationPlatform.Units.Views;
using EmulationPlatform.Units.Watching;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units;

/// <summary>
/// Keeps the units in memory: one change of the registry at a time, a look at everything once a minute, and reading everything
/// from disk again when memory may differ from it.
/// </summary>
internal sealed class RuntimeKeeper : IAsyncDisposable
{
    private const string Closed = "The host cannot store at the moment; try again later.";

    private readonly AgencySetup setup;
    private readonly BoardKeeper board;
    private readonly WatchRoom watches;
    private readonly SemaphoreSlim registryTurn = new(1, 1);
    private readonly Minding mind;
    private volatile AgencyRuntime runtime;
    private volatile bool isOpen;

    public RuntimeKeeper(AgencySetup setup, BoardKeeper board, WatchRoom watches, PlanBook plans, DeclaredBook declared)
    {
        this.setup = setup;
        this.board = board;
        this.watches = watches;
        Plans = plans;
        Declared = declared;
        mind = new Minding(setup.Clock, setup.Logger, cancellationToken => runtime!.RescoreAsync(cancellationToken), RebuildAsync);
        runtime = Load();
        setup.Database.OnAvailable = OnStorage;
        isOpen = true;
        mind.Start();
    }

    public PlanBook Plans { get; private set; }

    /// <summary>What people have declared.</summary>
    public DeclaredBook Declared { get; }

    public AgencyRuntime Runtime => runtime;

    /// <summary>False while nothing can be stored.</summary>
    public bool IsOpen => isOpen;

    private Instant Now => Instant.From(setup.Clock.GetUtcNow());

    /// <summary>Every card is computed anew by other plans or choices. In the turn of <see cref="ChangeRegistryAsync"/>.</summary>
    public async Task UsePlansAsync(AgencyRuntime current, PlanBook plans, CancellationToken cancellationToken)
    {
        Plans = plans;
        var terms = TermsFor(unit => current.Units.GetValueOrDefault(unit));
        board.Reset(terms, current.Units.Values, Now);
        await current.UseTermsAsync(terms, cancellationToken);
    }

    /// <summary>Reads when all hours are on disk.</summary>
    public async Task<T> WithStoredHours<T>(Func<AgencyRuntime, T> read, CancellationToken cancellationToken)
    {
        var current = runtime;
        await current.StoreHoursAsync(cancellationToken);
        return read(current);
    }

    /// <exception cref="SinkClosedException">Nothing can be stored at the moment.</exception>
    public ValueTask SubmitAsync(Delivery delivery, Origin origin, CancellationToken cancellationToken)
    {
        if (!isOpen)
        {
            throw new SinkClosedException(Closed);
        }

        var submitted = runtime.DispatchAsync(delivery, origin, cancellationToken);
        return submitted.IsCompletedSuccessfully ? submitted : WithOwnExceptionAsync(submitted);
    }

    /// <summary>Completes after the commit.</summary>
    /// <exception cref="SinkClosedException">Nothing was taken.</exception>
    public async Task SubmitAndWaitAsync(PostDelivery delivery, Origin origin, CancellationToken cancellationToken)
    {
        await SubmitAsync(delivery, origin, cancellationToken);
        if (!await delivery.Committed.WaitAsync(cancellationToken))
        {
            throw new SinkClosedException("The readings could not be stored; nothing was taken. Try again later.");
        }
    }

    public async Task<Origin> OriginAsync(string name) => new(name, await setup.Database.WriteAsync(connection => OriginTable.Number(connection, name)));

    /// <summary>Changes the registry in its turn.</summary>
    /// <exception cref="SinkClosedException">Nothing can be stored at the moment.</exception>
    public async Task<T> ChangeRegistryAsync<T>(Func<AgencyRuntime, Task<T>> change, CancellationToken cancellationToken)
    {
        await registryTurn.WaitAsync(cancellationToken);
        try
        {
            return isOpen ? await change(runtime) : throw new SinkClosedException(Closed);
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

    /// <summary>Changes much of the registry at once: the units stop, everything is written in one transaction, and they are read from disk again.</summary>
    /// <param name="plan">What is to be written; nothing leaves everything as it is.</param>
    public Task<TResult> ChangeWholeRegistryAsync<TChange, TResult>(
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

    public async ValueTask DisposeAsync()
    {
        isOpen = false;
        setup.Database.OnAvailable = null;
        await mind.DisposeAsync();
        await runtime.StopAsync();
        registryTurn.Dispose();
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
            runtime = Load();
            isOpen = setup.Database.Health.Problem is null;
        }
        catch
        {
            mind.WantRebuild();
            throw;
        }
    }

    private ScoringTerms TermsFor(Func<string, UnitRecord?> unitOf) => ScoringTerms.Of(Plans, setup, Declared, unitOf);

    private AgencyRuntime Load()
    {
        var started = setup.Clock.GetTimestamp();
        var loaded = AgencyRuntime.Load(setup, board, watches, TermsFor, WantRebuild);
        board.Reset(loaded.Terms, loaded.Units.Values, Now);
        watches.Watch(loaded.Sources);
        setup.Logger.RuntimeReady(loaded.Units.Count, loaded.Sources.Count, (long)setup.Clock.GetElapsedTime(started).TotalMilliseconds);
        return loaded;
    }
}

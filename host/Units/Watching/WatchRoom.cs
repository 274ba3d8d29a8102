using System.Collections.Concurrent;
using System.Reactive.Disposables;
using System.Reactive.Concurrency;
using System.Threading.Channels;
using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Registry;
using EmulationPlatform.Watching;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Watching;

/// <summary>
/// Watches the running agency. Units post what they have committed; one reader tells the watches and stores what they say. Nobody
/// waits for it: what comes while a source is in line is gathered in its <see cref="SourceNews"/>, so that the line holds each
/// source once and a busy meter costs no more than a quiet one.
/// </summary>
internal sealed class WatchRoom : IAsyncDisposable
{
    /// <summary>Every source once, and what people do. Should it ever be full, the source comes into line with its next news.</summary>
    private const int Longest = SourceRegistry.MostSources + 1_000;

    /// <summary>Alerts that are stored together at most, while there is more to look at.</summary>
    private const int MostUnstored = 256;

    /// <summary>By then the units have stored the hour that is over.</summary>
    private static readonly TimeSpan AfterTheHour = TimeSpan.FromSeconds(20);

    private readonly AgencySetup setup;
    private readonly ClockScheduler scheduler;
    private readonly WatchKeeper keeper;
    private readonly ConcurrentDictionary<int, SourceNews> news = new();
    private readonly SerialDisposable hourTurn = new();
    private readonly Task running;
    private readonly Channel<Turn> line = Channel.CreateBounded<Turn>(
        new BoundedChannelOptions(Longest) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private volatile SourceRegistry? sources;
    private volatile bool everythingWanted;
    private volatile bool hourIsOver;
    private volatile bool isClosing;
    private int isWoken;
    private Hour lastTurn;

    public WatchRoom(AgencySetup setup)
    {
        this.setup = setup;
        scheduler = new ClockScheduler(setup.Clock);
        keeper = new WatchKeeper(setup, scheduler, Wake);
        lastTurn = Hour.Of(Now);
        running = Task.Run(RunAsync);
        WaitForHour();
    }

    /// <summary>What the watches say now.</summary>
    public WatchState State => keeper.State;

    /// <summary>Number of sources that are watched by now.</summary>
    public int Count => keeper.Count;

    private Instant Now => Instant.From(setup.Clock.GetUtcNow());

    /// <summary>Watches these sources from now on; returns at once, they are read from disk one after the other.</summary>
    public void Watch(SourceRegistry registry)
    {
        sources = registry;
        everythingWanted = true;
        Wake();
    }

    /// <summary>A source's settings have changed.</summary>
    public void WatchAnew(int source) => Post(source, News(source).Look(anew: true));

    /// <summary>
    /// A batch of a unit is on disk. Returns at once and looks at nothing for each reading: at the newest reading of each source,
    /// and at the hours of which the last ones are written about once a second.
    /// </summary>
    public void Committed(BatchSummary batch, CommitRequest written)
    {
        foreach (var heard in batch.Heard)
        {
            Post(heard.Source, News(heard.Source).Hear(heard.Reading));
        }

        PostHours(written.Hours);
        PostFindings(written.Findings);
        PostFindings(written.GoneFindings);
    }

    /// <param name="alsoSave">Written in the same transaction.</param>
    /// <returns>False when no such alert stands.</returns>
    /// <exception cref="Storage.StorageLostException">Nothing can be written; the alert stays to do.</exception>
    /// <exception cref="SinkClosedException">The host is stopping.</exception>
    public async Task<bool> AcknowledgeAsync(string source, WatchKind kind, Acknowledgement seen, Action<SqliteConnection, Alert> alsoSave)
    {
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await line.Writer.WriteAsync(new Turn(0, AnswerAsync));
        }
        catch (ChannelClosedException)
        {
            throw new SinkClosedException("The host is stopping; try again later.");
        }

        return await done.Task;

        async Task AnswerAsync()
        {
            try
            {
                done.SetResult(await keeper.AcknowledgeAsync(source, kind, seen, alsoSave));
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        }
    }

    /// <summary>Stores what the watches have said. What they have not been told yet is read from disk at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        isClosing = true;
        hourTurn.Dispose();
        line.Writer.TryComplete();
        await running;
        keeper.Dispose();
    }

    private SourceNews News(int source) => news.GetOrAdd(source, static _ => new SourceNews());

    private void Post(int source, bool toLine)
    {
        if (toLine && !line.Writer.TryWrite(new Turn(source, null)))
        {
            News(source).NotTaken();
        }
    }

    private void PostHours(List<HourRow> written)
    {
        var current = Hour.Of(Now);
        for (var start = 0; start < written.Count;)
        {
            var (source, from, to, next) = (written[start].Source, written[start].Hour, written[start].Hour, start + 1);
            for (; next < written.Count && written[next].Source == source; next++)
            {
                from = written[next].Hour < from ? written[next].Hour : from;
                to = written[next].Hour > to ? written[next].Hour : to;
            }

            // The hour that goes on is told when it is over.
            if (from < current)
            {
                Post(source, News(source).Change(from, to));
            }

            start = next;
        }
    }

    private void PostFindings(List<FindingRow> findings)
    {
        foreach (var finding in findings)
        {
            if (finding.Interval.Marks.HasFlag(IntervalMarks.Impossible))
            {
                Post(finding.Source, News(finding.Source).Find());
            }
        }
    }

    private void Wake()
    {
        if (Interlocked.Exchange(ref isWoken, 1) == 0 && !line.Writer.TryWrite(default))
        {
            // Full or closed: whatever is in line is followed by a look at everything else.
            Volatile.Write(ref isWoken, 0);
        }
    }

    private void WaitForHour()
    {
        var now = Now;
        hourTurn.Disposable = scheduler.Schedule(Hour.Of(now).End.Plus(AfterTheHour) - now, () =>
        {
            hourIsOver = true;
            Wake();
            WaitForHour();
        });
    }

    private async Task RunAsync()
    {
        await foreach (var turn in line.Reader.ReadAllAsync())
        {
            try
            {
                await DoAsync(turn);
            }
            catch (Exception e)
            {
                // One source or a bad moment of the disk must not end watching of all the others.
                setup.Logger.WatchFailed(turn.Source, e);
            }
        }

        keeper.TakeSignals();
        await keeper.StoreAsync();
    }

    private async Task DoAsync(Turn turn)
    {
        if (turn.Act is { } act)
        {
            await act();
        }
        else if (turn.Source == 0)
        {
            Volatile.Write(ref isWoken, 0);
        }
        else if (!isClosing && sources?.Find(turn.Source) is { } entry && keeper.Look(entry, News(turn.Source).Take()))
        {
            // Thousands begin one after the other when the host starts; others want the processor, too.
            await Task.Yield();
        }

        LookAround();
        keeper.TakeSignals();
        if (line.Reader.Count == 0 || keeper.Unstored > MostUnstored)
        {
            await keeper.StoreAsync();
        }
    }

    private void LookAround()
    {
        if (everythingWanted && sources is { } registry)
        {
            everythingWanted = false;
            keeper.Keep(registry);
            foreach (var entry in registry.All)
            {
                Post(entry.No, News(entry.No).Look(anew: false));
            }
        }

        if (hourIsOver)
        {
            hourIsOver = false;
            var current = Hour.Of(Now);
            foreach (var source in keeper.OverDays)
            {
                Post(source, News(source).Change(new Hour(lastTurn.Index - 1), new Hour(current.Index - 1)));
            }

            lastTurn = current;
        }
    }

    /// <param name="Source">A source that has news; 0 for none.</param>
    /// <param name="Act">What a person does.</param>
    private readonly record struct Turn(int Source, Func<Task>? Act);
}

using System.Threading.Channels;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Scores;

namespace EmulationPlatform.Units.Grains;

/// <summary>
/// One unit: one bounded inbox, one reader, one ledger without locks. The reader takes what has gathered, folds it, waits for
/// its commit and only then looks at the inbox again, so that everything it shows is on disk. A full inbox makes senders wait.
/// </summary>
internal sealed class UnitGrain
{
    private const int InboxCapacity = 8_192;
    private const int LargestBatch = 4_096;
    private static readonly TimeSpan StoreHoursEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ScoreEvery = TimeSpan.FromMilliseconds(100);

    private readonly Channel<InboxItem> inbox = Channel.CreateBounded<InboxItem>(
        new BoundedChannelOptions(InboxCapacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly UnitLedger ledger;
    private UnitScorer? scorer;
    private readonly GrainServices services;
    private readonly BatchWork work;
    private readonly List<GrainCommand> commands = [];
    private readonly HashSet<string> changedMetrics = [];
    private readonly ITimer wake;
    private readonly Task running;
    private bool scoreEverything;
    private bool isLost;
    private bool wakeSet;
    private bool hoursWait;
    private long hoursStoredAt;
    private long scoredAt;

    /// <param name="scorer">Null for the unassigned, who have no card.</param>
    public UnitGrain(UnitLedger ledger, UnitScorer? scorer, GrainServices services)
    {
        this.ledger = ledger;
        this.scorer = scorer;
        this.services = services;
        work = new BatchWork(ledger, services);
        hoursStoredAt = scoredAt = services.Clock.GetTimestamp();
        wake = services.Clock.CreateTimer(_ => inbox.Writer.TryWrite(default), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        running = Task.Run(RunAsync);
    }

    public string Unit => ledger.Unit;

    public int Waiting => inbox.Reader.Count;

    /// <exception cref="ChannelClosedException">The unit is stopping.</exception>
    public ValueTask EnqueueAsync(InboxItem item, CancellationToken cancellationToken) =>
        inbox.Writer.TryWrite(item) ? ValueTask.CompletedTask : inbox.Writer.WriteAsync(item, cancellationToken);

    /// <summary>Asks in the unit's turn; the answer comes after what it wrote is committed.</summary>
    /// <exception cref="SinkClosedException">The unit is stopping or the disk takes nothing.</exception>
    public async Task<T> AskAsync<T>(Func<UnitLedger, CommitRequest, T> ask, CancellationToken cancellationToken)
    {
        var question = new GrainQuestion<T>(ask);
        try
        {
            await EnqueueAsync(new InboxItem { Command = question }, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            question.Complete(committed: false);
        }

        return await question.Answer.WaitAsync(cancellationToken);
    }

    /// <summary>Has the card computed anew, because time has passed or the registry has changed.</summary>
    public Task RescoreAsync(CancellationToken cancellationToken) => AskAsync(
        (_, _) => scoreEverything = true, cancellationToken);

    /// <summary>Scores by another plan from now on.</summary>
    public Task UseScorerAsync(UnitScorer newScorer, CancellationToken cancellationToken) => AskAsync(
        (_, _) =>
        {
            scorer = newScorer;
            return scoreEverything = true;
        },
        cancellationToken);

    /// <summary>Takes nothing more, finishes what is in the inbox and stores all hours.</summary>
    public async Task StopAsync()
    {
        inbox.Writer.TryComplete();
        await running;
        await wake.DisposeAsync();
    }

    private async Task RunAsync()
    {
        while (await inbox.Reader.WaitToReadAsync())
        {
            await DoBatchAsync(lastOne: false);
        }

        await DoBatchAsync(lastOne: true);
    }

    private async Task DoBatchAsync(bool lastOne)
    {
        if (isLost)
        {
            RefuseAll();
            return;
        }

        var request = new CommitRequest();
        var storeHours = lastOne || services.Clock.GetElapsedTime(hoursStoredAt) >= StoreHoursEvery;
        var summary = Gather(request, storeHours);
        var committed = summary is not null;
        if (committed && !request.IsEmpty)
        {
            services.Database.Enqueue(request);
            committed = await request.Settled;
        }

        if (summary is not null && storeHours)
        {
            hoursStoredAt = services.Clock.GetTimestamp();
        }

        if (committed)
        {
            services.Watches.Committed(summary!, request);
        }

        foreach (var command in commands)
        {
            command.Complete(committed);
        }

        commands.Clear();
        isLost = !committed;
        if (committed && !lastOne)
        {
            // Remembered over batches: a wake for the score alone must not forget that hours wait to be stored.
            hoursWait = !storeHours && (hoursWait || summary!.Metrics.Count > 0);
            AfterCommit(summary!);
        }
    }

    /// <summary>
    /// After a batch that did not reach the disk the ledger knows readings that are not stored. It must neither call their
    /// repetition a duplicate nor store their hours: nothing more is done here until the units are read from disk again.
    /// </summary>
    private void RefuseAll()
    {
        while (inbox.Reader.TryRead(out var item))
        {
            item.Delivery?.Complete(committed: false);
            item.Command?.Complete(committed: false);
        }
    }

    /// <returns>Null when the batch failed; its deliveries have been told.</returns>
    private BatchSummary? Gather(CommitRequest request, bool storeHours)
    {
        wakeSet = false;
        try
        {
            for (var taken = 0; taken < LargestBatch && inbox.Reader.TryRead(out var item); taken++)
            {
                if (item.Command is { } command)
                {
                    commands.Add(command);
                    command.Run(ledger, request);
                }
                else if (item.Delivery is not null)
                {
                    work.Take(item, request);
                }
            }

            return ledger.EndBatch(services.History, request, storeHours);
        }
        catch (Exception e)
        {
            // Nothing of the batch is written, so nothing of it may be acknowledged; the senders still have it.
            services.Logger.BatchFailed(Unit, e);
            foreach (var delivery in request.Deliveries)
            {
                delivery.Complete(committed: false);
            }

            services.Rebuild();
            return null;
        }
    }

    private void AfterCommit(BatchSummary summary)
    {
        changedMetrics.UnionWith(summary.Metrics);
        foreach (var source in summary.OtherUnitsSources)
        {
            services.Rebook(source);
        }

        var scoreWaiting = scorer is not null && (scoreEverything || changedMetrics.Count > 0);
        var sinceScore = services.Clock.GetElapsedTime(scoredAt);
        if (scoreWaiting && (scoreEverything || sinceScore >= ScoreEvery))
        {
            Score();
            scoreWaiting = false;
        }

        if (scoreWaiting)
        {
            WakeIn(ScoreEvery - sinceScore);
        }
        else if (hoursWait)
        {
            WakeIn(StoreHoursEvery);
        }
    }

    private void Score()
    {
        var now = services.Now;
        try
        {
            services.Board.Scored(scorer!.Score(ledger, scoreEverything ? null : changedMetrics, now));
        }
        catch (Exception e)
        {
            // Whatever a card does, the unit goes on taking readings; the next look at everything tries again.
            services.Logger.CardFailed(Unit, e);
        }

        scoredAt = services.Clock.GetTimestamp();
        scoreEverything = false;
        changedMetrics.Clear();
    }

    private void WakeIn(TimeSpan time)
    {
        if (!wakeSet)
        {
            wakeSet = true;
            wake.Change(time > TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        }
    }
}

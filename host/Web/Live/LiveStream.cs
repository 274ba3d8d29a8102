using System.IO.Pipelines;
using EmulationPlatform.Web.Api.Shapes;

namespace EmulationPlatform.Web.Live;

/// <summary>Tells one viewer the whole board, then every change, and a sign of life in between.</summary>
internal sealed class LiveStream(PipeWriter output, AgencyCalendar calendar, TimeProvider clock)
{
    public static readonly TimeSpan HeartbeatEvery = TimeSpan.FromSeconds(10);

    private const int RetryAfterMilliseconds = 2_000;

    private readonly BoardDifference difference = new();

    /// <param name="first">Read after <paramref name="latest"/> was subscribed, so that no change falls between.</param>
    public async Task RunAsync(ScoreboardView first, LatestBoard latest, CancellationToken cancellationToken)
    {
        SseFormat.Retry(output, RetryAfterMilliseconds);
        Whole(first);
        await output.FlushAsync(cancellationToken);

        using var heartbeat = new PeriodicTimer(HeartbeatEvery, clock);
        var current = first;
        var change = latest.WaitAsync(cancellationToken).AsTask();
        var beat = heartbeat.WaitForNextTickAsync(cancellationToken).AsTask();
        while (true)
        {
            await Task.WhenAny(change, beat);
            if (change.IsCompleted)
            {
                if (!await change)
                {
                    return;
                }

                current = Tell(current, latest.Take());
                change = latest.WaitAsync(cancellationToken).AsTask();
            }

            if (beat.IsCompleted)
            {
                await beat;
                Heartbeat();
                beat = heartbeat.WaitForNextTickAsync(cancellationToken).AsTask();
            }

            // A viewer that does not read stops us here; meanwhile only the newest board is kept for it.
            await output.FlushAsync(cancellationToken);
        }
    }

    private ScoreboardView Tell(ScoreboardView before, ScoreboardView? board)
    {
        if (board is null || board.Sequence < before.Sequence)
        {
            return before;
        }

        if (difference.NeedsWhole(before, board))
        {
            Whole(board);
            return board;
        }

        foreach (var row in difference.Rows(board))
        {
            SseFormat.Event(output, "scorecard", row.Sequence, row.ToJson(calendar));
        }

        if (difference.OrganisationChanged(board))
        {
            SseFormat.Event(output, "organisation", null, board.Organisation.ToJson());
        }

        return board;
    }

    private void Whole(ScoreboardView board)
    {
        SseFormat.Event(output, "board", board.Sequence, board.ToEvent(calendar, clock.GetUtcNow()));
        foreach (var row in board.Units)
        {
            SseFormat.Event(output, "scorecard", row.Sequence, row.ToJson(calendar));
        }

        difference.Start(board);
    }

    /// <summary>The comment is for machines and proxies; scripts in browsers see events only.</summary>
    private void Heartbeat()
    {
        SseFormat.Comment(output, "heartbeat");
        SseFormat.Event(output, "heartbeat", null, calendar.ToLocal(Instant.From(clock.GetUtcNow())));
    }
}

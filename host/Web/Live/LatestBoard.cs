using System.Threading.Channels;

namespace EmulationPlatform.Web.Live;

/// <summary>
/// Stands between the source of changes and one viewer: keeps the newest board only, so that a slow viewer skips what was
/// between, costs no growing memory and never holds up the source.
/// </summary>
internal sealed class LatestBoard : IObserver<BoardChange>
{
    private readonly Channel<bool> news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private ScoreboardView? newest;

    public void OnNext(BoardChange value)
    {
        var board = value.Board;
        var seen = Volatile.Read(ref newest);
        while (seen is null || seen.Sequence < board.Sequence)
        {
            var before = Interlocked.CompareExchange(ref newest, board, seen);
            if (ReferenceEquals(before, seen))
            {
                news.Writer.TryWrite(true);
                return;
            }

            seen = before;
        }
    }

    public void OnError(Exception error) => news.Writer.TryComplete(error);

    public void OnCompleted() => news.Writer.TryComplete();

    /// <returns>The newest board not yet taken; null when there is none.</returns>
    public ScoreboardView? Take()
    {
        news.Reader.TryRead(out _);
        return Volatile.Read(ref newest);
    }

    /// <returns>False when no more changes will come.</returns>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => news.Reader.WaitToReadAsync(cancellationToken);
}

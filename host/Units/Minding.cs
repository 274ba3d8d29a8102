using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Units;

/// <summary>
/// Looks at everything again once a minute, since time itself changes figures, and has the units rebuilt when that is wanted. Whatever
/// goes wrong is tried again: nobody else would ever open the host again.
/// </summary>
/// <param name="rescore">Computes every card.</param>
/// <param name="rebuild">Reads all units from disk again.</param>
internal sealed class Minding(TimeProvider clock, ILogger logger, Func<CancellationToken, Task> rescore, Func<CancellationToken, Task> rebuild) : IAsyncDisposable
{
    private static readonly TimeSpan RescoreEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private readonly Channel<bool> rebuildWanted = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    public void Start() => running = Task.Run(() => RunAsync(stopping.Token));

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    public void WantRebuild() => rebuildWanted.Writer.TryWrite(true);

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        using var minute = new PeriodicTimer(RescoreEvery, clock);
        var tick = minute.WaitForNextTickAsync(cancellationToken).AsTask();
        var wanted = rebuildWanted.Reader.WaitToReadAsync(cancellationToken).AsTask();
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                if (await Task.WhenAny(tick, wanted) == wanted)
                {
                    await wanted;
                    rebuildWanted.Reader.TryRead(out _);
                    await RebuildAsync(cancellationToken);
                    wanted = rebuildWanted.Reader.WaitToReadAsync(cancellationToken).AsTask();
                }
                else
                {
                    await tick;
                    await RescoreAsync(cancellationToken);
                    tick = minute.WaitForNextTickAsync(cancellationToken).AsTask();
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The agency is stopping.
        }
    }

    private async Task RescoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            await rescore(cancellationToken);
        }
        catch (Sdk.SinkClosedException)
        {
            // The disk takes nothing at the moment; a rebuild follows and computes every card.
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.RescoreFailed(e);
        }
    }

    private async Task RebuildAsync(CancellationToken cancellationToken)
    {
        try
        {
            await rebuild(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.RebuildFailed((int)RetryAfter.TotalSeconds, e);
            await Task.Delay(RetryAfter, clock, cancellationToken);
            WantRebuild();
        }
    }
}

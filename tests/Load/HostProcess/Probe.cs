using System.Diagnostics;
using EmulationPlatform.Load.Publisher;

namespace EmulationPlatform.Load.HostProcess;

/// <summary>
/// Measures from publishing a reading to seeing it in its unit's figures on the live stream, with a device and a unit of its
/// own, one message at a time beside the load.
/// </summary>
internal sealed class Probe(DeviceSession session, ScoreStream stream, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public LatencyHistogram Latencies { get; } = new();

    /// <summary>Messages that were not seen within 5 s.</summary>
    public int Unseen { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await session.StartAsync(Allowance.PerGrant());
            await stream.FirstSeen.WaitAsync(cancellationToken);
            while (!cancellationToken.IsCancellationRequested)
            {
                await MeasureOneAsync(cancellationToken);
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private async Task MeasureOneAsync(CancellationToken cancellationToken)
    {
        var seen = stream.NextChange();
        var sent = Stopwatch.GetTimestamp();
        await session.GrantAsync();
        try
        {
            await seen.WaitAsync(Longest, clock, cancellationToken);
            Latencies.Add(Stopwatch.GetTimestamp() - sent);
        }
        catch (TimeoutException)
        {
            Unseen++;
        }
    }
}

using System.Diagnostics;

namespace EmulationPlatform.Load.Publisher;

/// <summary>Grants messages to the sessions in turn so that all together keep a steady rate.</summary>
internal sealed class Pacer(IReadOnlyList<DeviceSession> sessions, double perSecond)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    public async Task RunAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        var start = Stopwatch.GetTimestamp();
        var granted = 0L;
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                for (var due = (long)(Stopwatch.GetElapsedTime(start).TotalSeconds * perSecond); granted < due; granted++)
                {
                    await sessions[(int)(granted % sessions.Count)].GrantAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The stretch is over.
        }
    }
}

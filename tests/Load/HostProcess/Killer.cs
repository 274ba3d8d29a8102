namespace EmulationPlatform.Load.HostProcess;

/// <summary>Kills the host at random moments of a stretch and starts it again.</summary>
internal sealed class Killer(RunningHost host, int kills, int seed, TimeProvider clock)
{
    private const double FirstShare = 0.05;
    private const double LastShare = 0.85;

    public int Done { get; private set; }

    /// <param name="stretch">Time over which the kills are spread; they take longer when restarts do.</param>
    public async Task RunAsync(TimeSpan stretch, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var moments = Enumerable.Range(0, kills)
            .Select(_ => stretch * (FirstShare + (random.NextDouble() * (LastShare - FirstShare))))
            .Order();
        var began = clock.GetTimestamp();
        foreach (var moment in moments)
        {
            // After a restart at least a moment of traffic, or the next kill would hit an idle host.
            var wait = moment - clock.GetElapsedTime(began);
            await Task.Delay(wait > TimeSpan.Zero ? wait : random.NextDouble() * TimeSpan.FromSeconds(1), clock, cancellationToken);
            await host.KillAsync(cancellationToken);
            Done++;
            await host.StartAsync(cancellationToken);
        }
    }
}

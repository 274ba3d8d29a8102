namespace EmulationPlatform.Load.Publisher;

/// <summary>What one measured stretch of publishing gave.</summary>
internal sealed record SliceFigures(long Acknowledged, TimeSpan Elapsed, LatencyHistogram Latencies)
{
    public double PerSecond => Acknowledged / Elapsed.TotalSeconds;
}

using EmulationPlatform.Load.Publisher;

namespace EmulationPlatform.Load.HostProcess;

/// <summary>What all stretches of load on the host gave together.</summary>
internal sealed class HostTotals
{
    private readonly List<double> rates = [];

    public IReadOnlyList<double> Rates => rates;

    public long Measured { get; private set; }

    public LatencyHistogram ToAcknowledgement { get; } = new();

    public LatencyHistogram ToStream { get; } = new();

    public int Unseen { get; private set; }

    public int Kills { get; private set; }

    public SessionCounts Sessions { get; set; }

    /// <summary>Smallest window the host allowed a connection.</summary>
    public int AllowedInFlight { get; set; }

    public TimeSpan CpuTime { get; set; }

    public long IdleResidentKilobytes { get; set; }

    public long PeakResidentKilobytes { get; set; }

    public long LargestLogBytes { get; set; }

    public long LogBytesAtEnd { get; set; }

    public bool StoppedCleanly { get; set; }

    public string LastLines { get; set; } = "";

    public double? CpuSecondsPerMillion => Measured == 0 ? null : CpuTime.TotalSeconds * 1_000_000 / Measured;

    public void Add(SliceFigures slice, Probe probe, int kills, SessionCounts sessions)
    {
        rates.Add(slice.PerSecond);
        Measured += slice.Acknowledged;
        ToAcknowledgement.Merge(slice.Latencies);
        ToStream.Merge(probe.Latencies);
        Unseen += probe.Unseen;
        Kills += kills;
        Sessions += sessions;
    }
}

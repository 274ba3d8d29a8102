using EmulationPlatform.Load.Publisher;

namespace EmulationPlatform.Load;

/// <summary>What the command line asks for.</summary>
/// <param name="Seconds">Measured time of publishing to the host, all stretches together.</param>
/// <param name="Kills">SIGKILLs during that time.</param>
/// <param name="Rate">Messages per second of all clients together; null for as fast as acknowledged.</param>
/// <param name="RatioAtLeast">Host to bare handler, below which the run fails; null for no demand.</param>
/// <param name="LimitsOnly">Measure the machine and start no host.</param>
/// <param name="Folder">Where the temporary data folder is made: the disk that is measured.</param>
internal sealed record LoadOptions(
    int Clients,
    int Seconds,
    PublishOptions Publishing,
    int Kills,
    double? Rate,
    double? RatioAtLeast,
    bool SkipLimits,
    bool LimitsOnly,
    string? HostPath,
    string Folder,
    int Seed)
{
    /// <summary>More than any server on this hardware acknowledges; decides how densely the devices' times lie.</summary>
    private const double GreatestRate = 900_000;

    /// <summary>Host and bare handler take turns, so that a disturbance of the machine does not hit only one of them.</summary>
    public int HostStretches => Kills > 0 || SkipLimits ? 1 : 2;

    public TimeSpan HostStretch => TimeSpan.FromSeconds((double)Seconds / HostStretches);

    public TimeSpan BareStretch => TimeSpan.FromSeconds(Math.Max(1, Seconds / 4d));

    public TimeSpan WarmUp => TimeSpan.FromSeconds(Math.Clamp(Seconds / 5d, 1, 2));

    /// <summary>Messages one device can come to in the whole run.</summary>
    public long MostMessagesPerDevice => (long)((Rate ?? GreatestRate) * (Seconds + 30) / Clients);

    /// <summary>Whatever hangs, the run ends: publishing, limits and set-up with a wide margin, and a minute per kill.</summary>
    public TimeSpan LongestRun => TimeSpan.FromSeconds((Seconds * 4) + (Kills * 60) + (Clients / 10) + 300);
}

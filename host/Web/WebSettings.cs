namespace EmulationPlatform.Web;

/// <summary>What the program that hosts the pages decides about them.</summary>
/// <param name="OpenOnLoopback">Requests from a loopback address need no key and count as administrator (demo only).</param>
/// <param name="IsDemo">The numbers are invented; the pages say so.</param>
/// <param name="MqttAddress">Where meters publish to, <c>host:port</c>, as shown in the first steps.</param>
/// <param name="DataFolder">Full path of the data folder; the keys that protect sign-in cookies live in its <c>keys</c> folder.</param>
public sealed record WebSettings(bool OpenOnLoopback, bool IsDemo, string MqttAddress, string DataFolder)
{
    /// <summary>
    /// Where people reach the pages, for what outlives a request such as printed labels: http or https, without a slash at its end.
    /// Null: as whoever asks reaches them.
    /// </summary>
    public string? PublicAddress { get; init; }
}

namespace EmulationPlatform.Load.History;

/// <summary>What <c>history</c> is asked for.</summary>
/// <param name="Years">Whole years of history; 0 to go by <paramref name="Days"/>.</param>
/// <param name="Rounds">How often everything is measured; the median counts.</param>
/// <param name="Seconds">Measured time of one stretch of live readings.</param>
/// <param name="Verify">Have the host derive everything again in the end.</param>
/// <param name="Keep">Leave the data folders.</param>
/// <param name="Reuse">A folder that a run has kept; null to make everything.</param>
/// <param name="Folder">Where the temporary data folders are made.</param>
internal sealed record HistoryOptions(int Meters, int Years, int Days, int Rounds, int Seconds, bool Verify, bool Keep, string? Reuse, string? HostPath, string Folder)
{
    public const int Units = 25;
    public const int Clients = 50;
    public const int InFlight = 20;
    public const double GreatestRatio = 1.5;

    public static readonly TimeSpan LongestRestart = TimeSpan.FromSeconds(5);

    /// <summary>A short history says nothing about a long one: its figures are shown, and nothing is demanded of them.</summary>
    public bool IsDemanding => Years >= 1;

    public DateTimeOffset StartOf(DateTimeOffset end) => Years > 0 ? end.AddYears(-Years) : end.AddDays(-Days);
}

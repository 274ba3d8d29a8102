namespace EmulationPlatform.Watching;

/// <summary>What one source has of its own; null takes the agency's.</summary>
public sealed record SourceWatchSettings
{
    /// <summary>Watches this source is spared, such as night flow of a cooling tower.</summary>
    public IReadOnlyList<WatchKind> Off { get; init; } = [];

    public SilenceSettings? Silence { get; init; }

    public NightFlowSettings? NightFlow { get; init; }

    public OffHoursSettings? OffHours { get; init; }

    public UnusualWeekSettings? UnusualWeek { get; init; }
}

namespace EmulationPlatform.Watching;

/// <summary>What is watched. Names are stored: never rename one.</summary>
public enum WatchKind
{
    /// <summary>No reading for much longer than usual.</summary>
    Silent,

    /// <summary>The register rose faster than its source can.</summary>
    ImpossibleRate,

    /// <summary>Water that never stops at night.</summary>
    NightFlow,

    /// <summary>More than usual outside office hours.</summary>
    OffHours,

    /// <summary>The week so far is unlike the same weekdays of the weeks before.</summary>
    UnusualWeek,
}

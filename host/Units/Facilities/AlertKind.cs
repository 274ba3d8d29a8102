namespace EmulationPlatform.Units.Facilities;

/// <summary>What a watch can notice. Names are stored.</summary>
public enum AlertKind
{
    /// <summary>No reading for longer than usual.</summary>
    Silent,

    /// <summary>The register rose faster than the meter can.</summary>
    ImpossibleRate,

    /// <summary>Water that never stops at night: a leak.</summary>
    NightFlow,

    /// <summary>Use outside office hours.</summary>
    OffHours,

    /// <summary>A week unlike the same weekdays before it.</summary>
    UnusualWeek,
}

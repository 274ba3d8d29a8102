namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>How a stretch of a source is shared out among units.</summary>
public enum ShareKey
{
    /// <summary>All of it is one unit's.</summary>
    Whole,

    /// <summary>By weights that were agreed.</summary>
    Fixed,

    /// <summary>By the units' headcount on the first day of each month.</summary>
    Headcount,

    /// <summary>By the units' floor area on the first day of each month.</summary>
    Area,
}

namespace EmulationPlatform.Metering;

/// <summary>What is to be known about an interval beside its amount.</summary>
[Flags]
public enum IntervalMarks
{
    /// <summary>The plain difference of two readings at most an hour apart.</summary>
    Measured = 0,

    /// <summary>Longer than an hour: the total is measured, its share per hour is not.</summary>
    Estimated = 1,

    /// <summary>The register fell and later readings have not yet said why: no amount is counted, the time is not covered.</summary>
    Suspect = 2,

    /// <summary>The register started again from zero; to be confirmed by a person.</summary>
    ResetAssumed = 4,

    /// <summary>A low reading between two that fit each other was passed over.</summary>
    Dip = 8,
}

namespace EmulationPlatform.Metering;

/// <summary>What is to be known about an interval beside its amount. Numbers are stored: never give one another meaning.</summary>
[Flags]
public enum IntervalMarks
{
    /// <summary>The plain difference of two readings at most an hour apart.</summary>
    Measured = 0,

    /// <summary>Longer than an hour: the total is measured, its share per hour is not.</summary>
    Estimated = 1,

    /// <summary>The register fell and later readings have not yet said why: the time is not covered.</summary>
    Suspect = 2,

    /// <summary>The register started again; to be confirmed by a person.</summary>
    ResetAssumed = 4,

    /// <summary>A low reading between two that fit each other was passed over.</summary>
    Dip = 8,

    /// <summary>The register reached its width and went on from zero.</summary>
    Rollover = 16,

    /// <summary>The register flickered by less than its tolerance; nothing is counted and the high-water mark stays.</summary>
    Jitter = 32,

    /// <summary>A high reading between two that fit each other was passed over.</summary>
    Spike = 64,

    /// <summary>The register rose faster than the source can and stayed there: not counted until a person says what it was.</summary>
    Impossible = 128,

    /// <summary>The device was exchanged; final and initial readings were entered.</summary>
    Replaced = 256,

    /// <summary>A person confirmed that the register started again.</summary>
    ResetConfirmed = 512,

    /// <summary>A person dismissed what the register seemed to have counted: the line goes on from the new value.</summary>
    Dismissed = 1_024,

    /// <summary>A person marked the time as an outage of the device: nothing is known of it.</summary>
    Outage = 2_048,

    /// <summary>The register went on from another value, and nothing says how much was counted before it did.</summary>
    Unknown = 4_096,

    /// <summary>Longer than 31 days: needs a bill, a reading or a decision (scoring §3.5). The total counts, the time is not covered.</summary>
    LongGap = 8_192,

    /// <summary>Longer than a day and four times the pause before it: the device was silent.</summary>
    Gap = 16_384,

    /// <summary>A person accepted the amount as it is.</summary>
    Accepted = 32_768,
}

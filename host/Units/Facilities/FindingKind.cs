namespace EmulationPlatform.Units.Facilities;

/// <summary>What waits for a person, or should be known to one.</summary>
public enum FindingKind
{
    /// <summary>Two values for the same moment; the first one counts.</summary>
    Conflict,

    /// <summary>The register fell and nothing yet says why.</summary>
    Suspect,

    /// <summary>It is taken for a restart from zero.</summary>
    Reset,

    /// <summary>It went on from another value; what was counted before is unknown.</summary>
    NewLine,

    /// <summary>It rose faster than the meter can.</summary>
    ImpossibleRise,

    /// <summary>Longer than 31 days without a reading: needs a bill, a reading or a decision.</summary>
    LongGap,

    /// <summary>Silent for a day or more: the amount is measured, its spread is not.</summary>
    Gap,
}

namespace EmulationPlatform.Scoring.Plans;

/// <summary>What a target's points mean.</summary>
public enum Commitment
{
    Ordinary,

    /// <summary>Bắt buộc: below half of it no unit is in the best band.</summary>
    Committed,

    /// <summary>Khuyến khích: bonus points beside the 100.</summary>
    Encouraged,

    /// <summary>A prohibition: no points; while it is open, awards are held.</summary>
    Gate,
}

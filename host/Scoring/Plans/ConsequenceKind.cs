namespace EmulationPlatform.Scoring.Plans;

public enum ConsequenceKind
{
    /// <summary>Awards wait.</summary>
    Hold,

    /// <summary>No band at all (không xét thi đua).</summary>
    Disqualify,

    /// <summary>Bands lower (hạ bậc).</summary>
    Down,

    /// <summary>No better than a band.</summary>
    AtMost,
}

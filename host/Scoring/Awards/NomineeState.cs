namespace EmulationPlatform.Scoring.Awards;

public enum NomineeState
{
    Proposed,

    /// <summary>Equal in everything at the quota line: the Council decides.</summary>
    Tied,

    /// <summary>Beyond the line.</summary>
    BeyondQuota,

    /// <summary>⛔ A gate is open.</summary>
    Held,

    /// <summary>No band, or one below the least of the round.</summary>
    BelowBand,

    /// <summary>The number of places is not known yet.</summary>
    QuotaUnknown,

    /// <summary>Nothing is due, so there is no Floor to go by.</summary>
    NoFloor,
}

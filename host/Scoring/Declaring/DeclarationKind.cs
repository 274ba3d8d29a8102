namespace EmulationPlatform.Scoring.Declaring;

/// <summary>What somebody did about a figure. Names are stored and part of the API.</summary>
public enum DeclarationKind
{
    /// <summary>✍ Self-declared, by the unit or by a rater.</summary>
    Declared,

    /// <summary>✔ The Office or the Council looked at it and says this value; for a report: accepted.</summary>
    Verified,

    /// <summary>Sent back to the unit with a reason; it counts as not handed in until it comes again.</summary>
    Returned,

    /// <summary>Taken back by whoever declared it.</summary>
    Withdrawn,
}

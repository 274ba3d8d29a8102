namespace EmulationPlatform.Scoring.Declaring;

/// <summary>What an entry does to a figure that is declared by hand.</summary>
public enum DeclarationKind
{
    /// <summary>A value is said; for a rating, by one rater.</summary>
    Declared,

    /// <summary>Somebody else has looked at what was said, and confirms it or puts another value in its place.</summary>
    Verified,

    /// <summary>Sent back to be reworked; nothing counts until it comes again.</summary>
    Returned,

    /// <summary>As if it had never been said.</summary>
    Withdrawn,
}

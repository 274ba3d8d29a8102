namespace EmulationPlatform.Sdk;

/// <summary>Who owes what is missing.</summary>
public enum MissingBy
{
    /// <summary>A feed, a shared system or nobody yet: out of the score, lowers the coverage.</summary>
    Platform,

    /// <summary>The unit, after due day, reminder and grace: counts as nothing achieved, until it comes.</summary>
    Unit,
}

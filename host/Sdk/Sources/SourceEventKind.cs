namespace EmulationPlatform.Sdk;

/// <summary>What a person can say about a source's life. Names are stored and part of the API.</summary>
public enum SourceEventKind
{
    /// <summary>Another device took its place: the old one ended at one value, the new one began at another.</summary>
    Replacement,

    /// <summary>Another factor holds from here on.</summary>
    Factor,

    /// <summary>The fall before here was a restart from zero, or from the initial value given.</summary>
    ResetConfirmed,

    /// <summary>What the register seems to have done before here is not counted; the line goes on from the value here.</summary>
    Dismissed,

    /// <summary>What the register did before here is true: an impossible rise, or a gap whose even spread is taken as it is.</summary>
    Accepted,

    /// <summary>The reading at this moment showed another value than was sent.</summary>
    Corrected,

    /// <summary>Readings from here to the end given are wrong (a spike) and are passed over.</summary>
    Ignored,

    /// <summary>The device was out of order from here to the end given: what it counted across that time is not known.</summary>
    Outage,
}

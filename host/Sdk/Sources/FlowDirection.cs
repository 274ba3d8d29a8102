namespace EmulationPlatform.Sdk;

/// <summary>Which way a quantity flows, seen from the agency.</summary>
public enum FlowDirection
{
    /// <summary>The metric has no direction (water, pages).</summary>
    None,

    /// <summary>Taken from the supplier.</summary>
    Import,

    /// <summary>Given back to the supplier.</summary>
    Export,

    /// <summary>Made on site.</summary>
    Production,

    /// <summary>One signed value, positive is import.</summary>
    Net,
}

namespace EmulationPlatform.Units.Views;

public enum SourceHealth
{
    /// <summary>Its newest reading is younger than a day.</summary>
    Live,

    /// <summary>Nothing for a day or more.</summary>
    Silent,

    /// <summary>The register fell and nothing yet says why.</summary>
    Suspect,
}

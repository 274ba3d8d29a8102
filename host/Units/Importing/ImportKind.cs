namespace EmulationPlatform.Units.Importing;

/// <summary>What a file holds.</summary>
public enum ImportKind
{
    Units,
    Meters,
    Baselines,

    /// <summary>History: moments and values of registers.</summary>
    Readings,
}

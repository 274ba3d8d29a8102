namespace EmulationPlatform.Storage.Evidence;

/// <summary>In what way the folder of evidence is not what its table says.</summary>
public enum EvidenceDifference
{
    Missing,
    ContentDiffers,

    /// <summary>A file without a row: left by an act that was refused after its file was stored, or put there by hand.</summary>
    Orphan,
}

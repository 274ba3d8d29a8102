namespace EmulationPlatform.Storage.Tables;

/// <summary>In what way a frozen result is not as it was taken.</summary>
public enum SnapshotDifference
{
    /// <summary>Its content does not give its hash.</summary>
    HashDiffers,

    /// <summary>The audit log does not tell of it, or tells of another hash.</summary>
    AuditDiffers,

    /// <summary>The audit log tells of it, and it is not there.</summary>
    Missing,

    /// <summary>Its signature does not fit, or is by another key.</summary>
    SignatureDiffers,
}

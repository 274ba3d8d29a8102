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

    /// <summary>It was taken when results were signed already, and is not.</summary>
    SignatureMissing,

    /// <summary>It was signed with a key that is not at hand.</summary>
    KeyUnknown,

    /// <summary>Its signature is that of something else.</summary>
    SignatureDiffers,
}

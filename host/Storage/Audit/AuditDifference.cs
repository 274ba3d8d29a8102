namespace EmulationPlatform.Storage.Audit;

/// <summary>In what way the audit log is not as it was written.</summary>
public enum AuditDifference
{
    /// <summary>A row does not give its hash, or does not follow from the hash before it.</summary>
    HashDiffers,

    /// <summary>A row is missing between others.</summary>
    RowMissing,

    /// <summary>A row has a number that is never given.</summary>
    RowAdded,

    /// <summary>Rows are missing at the end.</summary>
    TailCut,

    /// <summary>The head in the database is missing or is not the last row.</summary>
    HeadDiffers,

    /// <summary>The row that the head file tells of is another one.</summary>
    FileDiffers,

    /// <summary>There is no head file.</summary>
    FileMissing,

    /// <summary>The head file is not one.</summary>
    FileUnreadable,
}

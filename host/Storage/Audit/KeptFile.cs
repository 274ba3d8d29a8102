using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Audit;

/// <summary>What was found at the place of the head file.</summary>
/// <param name="Head">Null when there is no file, or one that cannot be read.</param>
/// <param name="Unreadable">Why not; null when it could be read or is missing.</param>
internal sealed record KeptFile(string Path, AuditHead? Head, string? Unreadable)
{
    public static KeptFile Read(string dataFolder)
    {
        var path = AuditHead.PathIn(dataFolder);
        try
        {
            return new KeptFile(path, AuditHead.Read(dataFolder), null);
        }
        catch (FormatException e)
        {
            return new KeptFile(path, null, e.Message);
        }
    }

    /// <summary>Compares with a log that may have grown since the file was read.</summary>
    public AuditProblem? Against(SqliteConnection connection) => this switch
    {
        { Unreadable: { } reason } => new AuditProblem(AuditDifference.FileUnreadable, 0, reason),
        { Head: { } head } => Against(connection, head),
        _ when AuditTable.Head(connection) is { No: > 0 } head => new AuditProblem(
            AuditDifference.FileMissing, head.No,
            $"The file {Path} is missing: rows cut off the end of the audit log together with their head would not be noticed."),
        _ => null,
    };

    private static AuditProblem? Against(SqliteConnection connection, AuditHead kept)
    {
        if (kept.No == 0)
        {
            return null;
        }

        return AuditTable.HashOf(connection, kept.No) is not { } hash
            ? new AuditProblem(
                AuditDifference.TailCut, kept.No,
                $"The head file tells of row {kept.No} of the audit log, which is not there: rows up to it were cut off, or an older backup was restored.")
            : hash == kept.Hash ? null
            : new AuditProblem(
                AuditDifference.FileDiffers, kept.No,
                $"Row {kept.No} of the audit log is not the one that the head file tells of: the log up to it was written anew.");
    }
}

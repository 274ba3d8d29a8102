using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Storage;

internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Error, "The database cannot be written ({Reason}). Nothing is acknowledged until it can; free disk space or check the disk")]
    public static partial void WritingLost(this ILogger logger, string reason, Exception exception);

    [LoggerMessage(1002, LogLevel.Information, "The database can be written again")]
    public static partial void WritingRestored(this ILogger logger);

    [LoggerMessage(1003, LogLevel.Debug, "The database still cannot be written: {Reason}")]
    public static partial void StillLost(this ILogger logger, string reason);

    [LoggerMessage(1005, LogLevel.Debug, "A failed connection also failed to close: {Reason}")]
    public static partial void ClosedBadly(this ILogger logger, string reason);

    [LoggerMessage(1006, LogLevel.Error, "A connector failed while it was told what became of its readings; report this with the stack below")]
    public static partial void SettlingFailed(this ILogger logger, Exception exception);

    [LoggerMessage(1004, LogLevel.Warning, "The write-ahead log could not be cut ({Reason}); it is tried again when the host is idle")]
    public static partial void CheckpointFailed(this ILogger logger, string reason);
}

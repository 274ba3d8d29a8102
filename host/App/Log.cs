namespace EmulationPlatform.App;

internal static partial class Log
{
    [LoggerMessage(5001, LogLevel.Information, "Plugin {Folder} is loaded as {Id}")]
    public static partial void PluginLoaded(this ILogger logger, string folder, string id);

    [LoggerMessage(5002, LogLevel.Error, "Plugin {Folder} could not be loaded and is left out; mend or remove the folder")]
    public static partial void PluginFailed(this ILogger logger, string folder, Exception exception);

    [LoggerMessage(5003, LogLevel.Error, "Connector {Connector} stopped: {Reason}. It is started again in {Seconds} s")]
    public static partial void ConnectorStopped(this ILogger logger, string connector, string reason, int seconds, Exception exception);

    [LoggerMessage(5004, LogLevel.Warning, "A command could not be carried out: {Reason}")]
    public static partial void CommandFailed(this ILogger logger, string reason, Exception exception);

    [LoggerMessage(5005, LogLevel.Warning, "The demo's meters could not publish ({Reason}); trying again in {Seconds} s")]
    public static partial void MetersOffline(this ILogger logger, string reason, double seconds);

    [LoggerMessage(5006, LogLevel.Error, "The audit log is not as its head file tells: {Problem} Run verify, and compare with a backup")]
    public static partial void AuditLogDiffers(this ILogger logger, string problem);

    [LoggerMessage(5007, LogLevel.Error, "The audit log's head could not be written ({Reason}); it is tried again every second")]
    public static partial void AuditHeadNotWritten(this ILogger logger, string reason);
}

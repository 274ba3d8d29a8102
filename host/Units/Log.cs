using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Units;

internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Error, "Unit {Unit} could not take a batch; its senders get no acknowledgement and send again. Report this with the stack below")]
    public static partial void BatchFailed(this ILogger logger, string unit, Exception exception);

    [LoggerMessage(2002, LogLevel.Error, "Indicator {Indicator} failed for unit {Unit}; its points are left open until the module is mended")]
    public static partial void IndicatorFailed(this ILogger logger, string indicator, string unit, Exception exception);

    [LoggerMessage(2003, LogLevel.Information, "{Units} units and {Sources} sources are ready after {Milliseconds} ms")]
    public static partial void RuntimeReady(this ILogger logger, int units, int sources, long milliseconds);

    [LoggerMessage(2004, LogLevel.Error, "The units could not be rebuilt from disk; nothing is accepted until the next try in {RetrySeconds} s")]
    public static partial void RebuildFailed(this ILogger logger, int retrySeconds, Exception exception);

    [LoggerMessage(2005, LogLevel.Error, "The stored plan cannot be read ({Problem}); the shipped one is shown. Put a mended file to use with plan use FILE")]
    public static partial void PlanUnreadable(this ILogger logger, string problem);

    [LoggerMessage(2006, LogLevel.Error, "The card of unit {Unit} could not be computed; the board keeps the one before. Report this with the stack below")]
    public static partial void CardFailed(this ILogger logger, string unit, Exception exception);

    [LoggerMessage(2020, LogLevel.Error, "The watches of source number {Source} could not be told; it is tried again with its next reading or hour. Report this with the stack below")]
    public static partial void WatchFailed(this ILogger logger, int source, Exception exception);

    [LoggerMessage(2008, LogLevel.Information, "The import of {File}, which had begun when the host was stopped, is finished: {Result}")]
    public static partial void ImportFinished(this ILogger logger, string file, string result);

    [LoggerMessage(2009, LogLevel.Error, "The import of {File}, which had begun when the host was stopped, could not be finished; it is tried again at the next start")]
    public static partial void ImportUnfinished(this ILogger logger, string file, Exception exception);

    [LoggerMessage(2007, LogLevel.Error, "The cards could not be computed anew; they are in a minute. Report this with the stack below")]
    public static partial void RescoreFailed(this ILogger logger, Exception exception);
}

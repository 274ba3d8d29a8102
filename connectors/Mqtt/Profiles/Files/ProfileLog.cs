using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

internal static partial class ProfileLog
{
    [LoggerMessage(2101, LogLevel.Warning, "Profile not in force as written, its last good version stays: {Problem}")]
    public static partial void ProfileProblem(this ILogger logger, string problem);

    [LoggerMessage(2102, LogLevel.Information, "Profiles reloaded: {Count} in force, {Problems} problems in files")]
    public static partial void ProfilesReloaded(this ILogger logger, int count, int problems);

    [LoggerMessage(2103, LogLevel.Warning, "Profiles in {Folder} could not be read; trying again soon")]
    public static partial void ProfilesNotReloaded(this ILogger logger, Exception exception, string folder);

    [LoggerMessage(2104, LogLevel.Warning, "Folder {Folder} cannot be watched; it is looked at every {Poll} instead")]
    public static partial void ProfilesNotWatched(this ILogger logger, Exception exception, string folder, TimeSpan poll);
}

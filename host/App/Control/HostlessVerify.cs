using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Sqlite;
using EmulationPlatform.Units;
using EmulationPlatform.Units.Verifying;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmulationPlatform.App.Control;

/// <summary>Verifies a data folder on which no host runs, also one on which none can start: then as far as it can be read.</summary>
internal static class HostlessVerify
{
    public static async Task<ControlAnswer> RunAsync(string dataFolder, Action<string> progress, CancellationToken cancellationToken)
    {
        var options = new StorageOptions { DataFolder = dataFolder };
        try
        {
            using var database = Database.Open(options, NullLogger.Instance);
            return await RunAsync(database, dataFolder, progress, cancellationToken);
        }
        catch (Exception e) when (IsOfTheData(e, cancellationToken))
        {
            // Not even opened, or lost on the way: the file itself is asked.
            return VerifyAnswer.Broken(DatabaseCheck.OfFile(options).Select(problem => problem.Sentence), e.Message);
        }
    }

    private static async Task<ControlAnswer> RunAsync(Database database, string dataFolder, Action<string> progress, CancellationToken cancellationToken)
    {
        var loose = new LooseAgency(database, dataFolder);
        try
        {
            await using var agency = await loose.StartAsync(cancellationToken);
            return VerifyAnswer.Of(await agency.Verification.RunAsync(VerifyAnswer.Progress(progress), cancellationToken));
        }
        catch (Exception e) when (IsOfTheData(e, cancellationToken))
        {
            var result = VerifyDesk.RunAlone(loose.Setup(), VerifyAnswer.Progress(progress), cancellationToken);
            return result.IsClean ? VerifyAnswer.Broken([], e.Message) : VerifyAnswer.Of(result);
        }
    }

    /// <summary>Whatever a changed database makes of the program is what this command is for.</summary>
    private static bool IsOfTheData(Exception e, CancellationToken cancellationToken) =>
        e is not (FolderInUseException or UnauthorizedAccessException or IOException) && !cancellationToken.IsCancellationRequested;
}

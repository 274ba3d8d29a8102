using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>A write other than a commit request, whatever it returns.</summary>
internal interface IWriteJob
{
    /// <summary>Commits and answers, or rolls back and answers with the error. Throws only when the disk failed.</summary>
    void Run(SqliteConnection connection);

    void Fail(Exception reason);
}

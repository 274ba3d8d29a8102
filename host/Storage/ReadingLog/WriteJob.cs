using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmulationPlatform.Storage.ReadingLog;

/// <inheritdoc/>
internal sealed class WriteJob<T>(Func<SqliteConnection, T> write) : IWriteJob
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Task => done.Task;

    public void Run(SqliteConnection connection)
    {
        T result;
        try
        {
            using var transaction = connection.BeginTransaction();
            result = write(connection);
            transaction.Commit();
        }
        catch (Exception e) when (e is not SqliteException { SqliteErrorCode: not raw.SQLITE_CONSTRAINT })
        {
            done.TrySetException(e);
            return;
        }

        done.TrySetResult(result);
    }

    public void Fail(Exception reason) => done.TrySetException(reason);
}

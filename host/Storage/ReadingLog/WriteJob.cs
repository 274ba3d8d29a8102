using EmulationPlatform.Storage.Sqlite;
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
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            result = write(connection);
            connection.Execute("COMMIT");
        }
        catch (Exception e) when (e is not SqliteException { SqliteErrorCode: not raw.SQLITE_CONSTRAINT })
        {
            // The disk is well, the write was not: it is undone and its caller hears why. When the disk failed, SQLite has
            // undone the transaction itself, and the whole connection is given up by whoever catches that.
            connection.Execute("ROLLBACK");
            done.TrySetException(e);
            return;
        }

        done.TrySetResult(result);
    }

    public void Fail(Exception reason) => done.TrySetException(reason);
}

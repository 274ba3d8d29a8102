using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmulationPlatform.Storage.Tests;

/// <summary>A database in a folder of its own, with one source and one origin.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly bool ownsFolder;

    private TestDatabase(string folder, bool ownsFolder)
    {
        this.ownsFolder = ownsFolder;
        Options = new StorageOptions { DataFolder = folder };
        Database = Open(Options);
    }

    public static SourceRow Source { get; } = new(1, "m", "test", "plain", "m", "electricity", SourceKind.Counter, FlowDirection.Import, null, "kWh", new Instant(0));

    public StorageOptions Options { get; }

    public Database Database { get; private set; }

    public static Database Open(StorageOptions options) => Database.Open(options, NullLogger.Instance);

    public static async Task<TestDatabase> NewAsync(string? folder = null)
    {
        var test = new TestDatabase(folder ?? Directory.CreateTempSubdirectory("storage-").FullName, folder is null);
        await test.Database.WriteAsync(connection => OriginTable.Number(connection, "test"));
        var first = new CommitRequest();
        first.NewSources.Add(Source);
        Assert.True(await test.CommitAsync(first));
        return test;
    }

    public static ReadingRow Reading(long at, int source = 1) => new(source, new Instant(at), new RegisterValue(at), new Instant(at), 1);

    /// <summary>One row for every table that a request can write, all of one source.</summary>
    public static CommitRequest Everything(long at, int source = 1)
    {
        var request = new CommitRequest();
        request.Readings.Add(Reading(at, source));
        request.Conflicts.Add(Reading(at, source));
        request.Hours.Add(new HourRow(source, new Hour(at), new HourCell(new Amount(5), 1, 2, 3)));
        request.Folds.Add(new FoldRow(source, new Instant(at), CounterState.Empty, null));
        request.Unsettled.Add(new(source, [new UnsettledSpan(new Instant(at), new Instant(at + 1))]));
        request.Quarantine.Add(new QuarantineRow(0, "test", "t", new byte[] { 1 }, "code", "reason", new Instant(at), null));
        request.Unmatched.Add(new UnmatchedRow("test", "t", 1, new byte[] { 2 }, new Instant(at)));
        request.State.Add(new StateRow("test", "key" + at, [3]));
        return request;
    }

    public Task<bool> CommitAsync(CommitRequest request)
    {
        Database.Enqueue(request);
        return request.Settled.WaitAsync(Patience);
    }

    public long Count(string table) => Database.Read(connection => Scalar(connection, "SELECT count(*) FROM " + table));

    public static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    public static async Task EventuallyAsync(Func<bool> condition, string what)
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!condition())
        {
            Assert.True(!timeout.IsCancellationRequested, "Waited in vain: " + what);
            await look.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    public void Reopen()
    {
        Database.Dispose();
        Database = Open(Options);
    }

    public ValueTask DisposeAsync()
    {
        Database.Dispose();
        if (ownsFolder)
        {
            Directory.Delete(Options.DataFolder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}

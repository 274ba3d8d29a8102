using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>
/// The only writer of the database: one thread, one connection, every write and every checkpoint. While one transaction is
/// on its way to the disk, the next one gathers; there is no waiting for more.
/// After a failed write the connection is never used again: everything waiting fails, and writing is tried on a new
/// connection until the disk takes it.
/// </summary>
internal sealed class LogWriter : IDisposable
{
    private static readonly TimeSpan IdleBeforeCheckpoint = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    private const int ProbeBytes = 256 * 1024;

    private readonly StorageOptions options;
    private readonly ILogger logger;
    private readonly Thread thread;
    private readonly object gate = new();
    private List<object> waiting = [];
    private List<object> working = [];
    private SqliteConnection? connection;
    private LogStatements? statements;
    private bool stopping;
    private bool checkpointDue;
    private volatile string? problem;
    private long commits;
    private long rows;

    public LogWriter(StorageOptions options, ILogger logger)
    {
        this.options = options;
        this.logger = logger;
        Connect();
        thread = new Thread(Run) { IsBackground = true, Name = "log writer" };
    }

    /// <summary>Called on the writer's thread: false when writing failed, true when it works again.</summary>
    public Action<bool>? OnAvailable { get; set; }

    public WriterHealth Health => new(problem, Volatile.Read(ref commits), Volatile.Read(ref rows), WalBytes());

    public void Start() => thread.Start();

    /// <summary>Puts the request in line. It is always settled, also when writing is impossible.</summary>
    public void Enqueue(CommitRequest request)
    {
        if (!TryAdd(request))
        {
            Complete(request, committed: false);
        }
    }

    /// <summary>Runs other writes on the same connection, in a transaction of their own, after everything already in line.</summary>
    /// <exception cref="StorageLostException">Nothing can be written at the moment.</exception>
    public Task<T> RunAsync<T>(Func<SqliteConnection, T> write)
    {
        var job = new WriteJob<T>(write);
        if (!TryAdd(job))
        {
            job.Fail(new StorageLostException(problem ?? "The host is stopping."));
        }

        return job.Task;
    }

    /// <summary>Writes what is in line, then cuts the write-ahead log and closes.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            stopping = true;
            Monitor.Pulse(gate);
        }

        if (thread.IsAlive)
        {
            thread.Join();
        }
        else
        {
            Disconnect();
        }
    }

    private bool TryAdd(object work)
    {
        lock (gate)
        {
            if (stopping || problem is not null)
            {
                return false;
            }

            waiting.Add(work);
            if (waiting.Count == 1)
            {
                Monitor.Pulse(gate);
            }

            return true;
        }
    }

    private void Run()
    {
        while (TakeWork())
        {
            if (problem is not null)
            {
                Recover();
            }
            else if (working.Count == 0)
            {
                Checkpoint();
            }
            else
            {
                PerformAll();
            }
        }

        if (problem is null)
        {
            Checkpoint();
        }

        Disconnect();
    }

    private void PerformAll()
    {
        try
        {
            Perform(working);
        }
        catch (Exception e)
        {
            // Whatever an act of a request throws: a thread that ends here would end the process.
            Lose(e);
        }

        working.Clear();
    }

    /// <summary>
    /// Waits for work and takes all of it, or takes nothing when the line stayed empty long enough for something else to be due.
    /// </summary>
    /// <returns>False when stopping and nothing is left.</returns>
    private bool TakeWork()
    {
        lock (gate)
        {
            while (waiting.Count == 0)
            {
                if (stopping)
                {
                    return false;
                }

                if (problem is not null)
                {
                    Monitor.Wait(gate, RetryAfter);
                    return !stopping;
                }

                if (!Monitor.Wait(gate, checkpointDue ? IdleBeforeCheckpoint : Timeout.InfiniteTimeSpan))
                {
                    return true;
                }
            }

            (waiting, working) = (working, waiting);
            return true;
        }
    }

    /// <summary>Requests next to each other share a transaction; any other write has its own, in its place.</summary>
    private void Perform(List<object> work)
    {
        var done = 0;
        while (done < work.Count)
        {
            if (work[done] is IWriteJob job)
            {
                job.Run(connection!);
                done++;
            }
            else
            {
                var end = done;
                while (end < work.Count && work[end] is CommitRequest)
                {
                    end++;
                }

                Commit(work, done, end);
                done = end;
            }

            work.RemoveRange(0, done);
            done = 0;
            checkpointDue = true;
        }
    }

    private void Commit(List<object> work, int start, int end)
    {
        statements!.Begin();
        for (var i = start; i < end; i++)
        {
            var request = (CommitRequest)work[i];
            statements.Write(request);
            rows += request.Readings.Count;
        }

        statements.Commit();
        Volatile.Write(ref commits, commits + 1);
        for (var i = start; i < end; i++)
        {
            Complete((CommitRequest)work[i], committed: true);
        }
    }

    private void Complete(CommitRequest request, bool committed)
    {
        if (request.Complete(committed) is { } failure)
        {
            logger.SettlingFailed(failure);
        }
    }

    private void Lose(Exception failure)
    {
        logger.WritingLost(failure.Message, failure);
        List<object> failed;
        lock (gate)
        {
            problem = failure.Message;
            failed = [.. working, .. waiting];
            waiting.Clear();
        }

        Disconnect();
        foreach (var work in failed)
        {
            if (work is CommitRequest request)
            {
                Complete(request, committed: false);
            }
            else
            {
                ((IWriteJob)work).Fail(new StorageLostException(failure.Message));
            }
        }

        OnAvailable?.Invoke(false);
    }

    private void Recover()
    {
        try
        {
            Connect();
            Probe(connection!);
        }
        catch (SqliteException e)
        {
            logger.StillLost(e.Message);
            Disconnect();
            return;
        }

        problem = null;
        logger.WritingRestored();
        OnAvailable?.Invoke(true);
    }

    /// <summary>A few hundred kilobytes, so that the space a log file happens to have does not pass for a working disk.</summary>
    private static void Probe(SqliteConnection connection)
    {
        connection.Execute("INSERT INTO probe (filler) VALUES (zeroblob($1))", ProbeBytes);
        connection.Execute("DELETE FROM probe");
    }

    private void Checkpoint()
    {
        checkpointDue = false;
        try
        {
            // A reader may be at work on the log: it is tried again later rather than waited for, since writes would wait too.
            checkpointDue = !SqliteSetup.TryCutLog(connection!);
        }
        catch (SqliteException e)
        {
            logger.CheckpointFailed(e.Message);
        }
    }

    private void Connect()
    {
        try
        {
            connection = SqliteSetup.OpenWriter(options);
            Migrator.Migrate(connection);
            statements = new LogStatements(connection);
        }
        catch
        {
            Disconnect();
            throw;
        }
    }

    private void Disconnect()
    {
        var (oldStatements, oldConnection) = (statements, connection);
        (statements, connection) = (null, null);
        try
        {
            oldStatements?.Dispose();
            oldConnection?.Dispose();
        }
        catch (SqliteException e)
        {
            // A connection that failed may fail once more while closing; it is not used again either way.
            logger.ClosedBadly(e.Message);
        }
    }

    private long WalBytes()
    {
        var wal = new FileInfo(options.DatabaseFile + "-wal");
        return wal.Exists ? wal.Length : 0;
    }
}

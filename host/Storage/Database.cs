using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Storage;

/// <summary>The database of an installation: one writer, many short readers.</summary>
public sealed class Database : IDisposable
{
    private readonly StorageOptions options;
    private readonly LogWriter writer;
    private readonly ConcurrentBag<SqliteConnection> readers = [];
    private readonly FileStream claim;
    private volatile bool disposed;

    private Database(StorageOptions options, FileStream folderClaim, ILogger logger)
    {
        this.options = options;
        claim = folderClaim;
        writer = new LogWriter(options, logger);
    }

    public static string LibraryVersion => SqliteSetup.LibraryVersion;

    /// <summary>The installation's data folder.</summary>
    public string Folder => options.DataFolder;

    public WriterHealth Health => writer.Health;

    /// <summary>Opens or makes the database and takes the folder for this process.</summary>
    /// <exception cref="ValidationException">A setting is out of its range.</exception>
    /// <exception cref="FolderInUseException">Another process has it.</exception>
    /// <exception cref="InvalidOperationException">The file or the library does not fit this program.</exception>
    public static Database Open(StorageOptions options, ILogger logger)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        SqliteSetup.CheckLibrary();
        // It holds hashes of keys and everything measured.
        DurableFile.MakeOwnFolder(options.DataFolder);
        var folderClaim = Claim(options.DataFolder);
        try
        {
            var database = new Database(options, folderClaim, logger);
            database.writer.Start();
            return database;
        }
        catch
        {
            folderClaim.Dispose();
            throw;
        }
    }

    /// <summary>Called on the writer's thread: false when writing failed, true when it works again.</summary>
    public Action<bool>? OnAvailable
    {
        get => writer.OnAvailable;
        set => writer.OnAvailable = value;
    }

    /// <summary>Puts the request in line; <see cref="CommitRequest.Settled"/> tells what became of it.</summary>
    public void Enqueue(CommitRequest request) => writer.Enqueue(request);

    /// <exception cref="StorageLostException">Nothing can be written at the moment.</exception>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> write) => writer.RunAsync(write);

    /// <exception cref="StorageLostException">Nothing can be written at the moment.</exception>
    public Task WriteAsync(Action<SqliteConnection> write) => writer.RunAsync(connection =>
    {
        write(connection);
        return true;
    });

    /// <summary>A short read; sees everything committed before it began.</summary>
    public T Read<T>(Func<SqliteConnection, T> read)
    {
        var connection = Rent();
        try
        {
            return read(connection);
        }
        finally
        {
            Return(connection);
        }
    }

    /// <summary>Reads what was known at a past moment. Dear: for a question of a person, not for every reading.</summary>
    public T ReadPast<T>(Sdk.Instant known, Func<PastView, T> read)
    {
        using var view = PastView.Open(options, known);
        return read(view);
    }

    /// <summary>Rows as they are asked for. Read to the end or dispose soon: an open read keeps the write-ahead log from being cut.</summary>
    public IEnumerable<T> Stream<T>(Func<SqliteConnection, IEnumerable<T>> read)
    {
        var connection = Rent();
        try
        {
            foreach (var row in read(connection))
            {
                yield return row;
            }
        }
        finally
        {
            Return(connection);
        }
    }

    public void Dispose()
    {
        disposed = true;
        while (readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        writer.Dispose();
        claim.Dispose();
    }

    private SqliteConnection Rent() => readers.TryTake(out var connection) ? connection : SqliteSetup.OpenReader(options);

    private void Return(SqliteConnection connection)
    {
        if (disposed || readers.Count >= Environment.ProcessorCount * 2)
        {
            connection.Dispose();
        }
        else
        {
            readers.Add(connection);
        }
    }

    private static FileStream Claim(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new FolderInUseException(folder);
        }
    }
}

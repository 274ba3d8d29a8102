using SQLitePCL;

namespace EmulationPlatform.Load.Limits;

/// <summary>Inserts rows with prepared statements on one connection: WAL, every commit on disk. The least SQLite work there is.</summary>
internal sealed class ReadingWriter : IDisposable
{
    private const string Insert = "INSERT INTO reading(source, at, value, received_at, origin) VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    // Those of the host's writer, so that the log is copied back as seldom as there; the other tables are not here to refer to.
    private const string Settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -16384; PRAGMA foreign_keys = OFF";

    private readonly sqlite3 database;
    private readonly sqlite3_stmt begin;
    private readonly sqlite3_stmt insert;
    private readonly sqlite3_stmt commit;

    public ReadingWriter(string path)
    {
        Batteries_V2.Init();
        Check(raw.sqlite3_open_v2(path, out database, raw.SQLITE_OPEN_READWRITE, null));
        Check(raw.sqlite3_exec(database, Settings));
        begin = Prepare("BEGIN IMMEDIATE");
        insert = Prepare(Insert);
        commit = Prepare("COMMIT");
    }

    public void Begin() => Step(begin);

    public void Add(ReadingRow row, long receivedAtMilliseconds)
    {
        raw.sqlite3_bind_int64(insert, 1, row.Source);
        raw.sqlite3_bind_int64(insert, 2, row.AtMilliseconds);
        raw.sqlite3_bind_int64(insert, 3, row.ValueNano);
        raw.sqlite3_bind_int64(insert, 4, receivedAtMilliseconds);
        raw.sqlite3_bind_int64(insert, 5, 0);
        Step(insert);
    }

    public void Commit() => Step(commit);

    public void Dispose()
    {
        begin.Dispose();
        insert.Dispose();
        commit.Dispose();
        database.Dispose();
    }

    private sqlite3_stmt Prepare(string statement)
    {
        Check(raw.sqlite3_prepare_v2(database, statement, out var prepared));
        return prepared;
    }

    private void Step(sqlite3_stmt statement)
    {
        if (raw.sqlite3_step(statement) != raw.SQLITE_DONE)
        {
            throw Failure();
        }

        raw.sqlite3_reset(statement);
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Failure();
        }
    }

    private IOException Failure() => new($"SQLite: {raw.sqlite3_errmsg(database).utf8_to_string()}");
}

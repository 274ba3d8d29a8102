using System.Globalization;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Sqlite;
using EmulationPlatform.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage;

/// <summary>
/// The database as it was known at a past moment: what came or was said later is hidden by views of the same names on this one
/// connection. Hours of sources of which something came later are put in by the caller, who derives them again.
/// </summary>
public sealed class PastView : IDisposable
{
    private readonly long known;

    private PastView(SqliteConnection connection, Instant known)
    {
        Connection = connection;
        this.known = known.UnixMilliseconds;
    }

    public SqliteConnection Connection { get; }

    internal static PastView Open(StorageOptions options, Instant known)
    {
        var view = new PastView(SqliteSetup.OpenScratchReader(options), known);
        try
        {
            view.Hide("reading", "received_at");
            view.Hide("source_event", "entered_at");
            view.Hide("source_event_undo", "entered_at");
            view.Hide("baseline_decision", "decided_at");
            view.Hide("plan", "used_from");
            view.Hide("plan_choice", "entered_at");
            view.Hide("declaration", "entered_at");
            view.Hide("appeal", "entered_at");
            view.Hide("appeal_answer", "entered_at");
            view.MakeHours("hour");
            view.MakeHours("day");
            return view;
        }
        catch
        {
            view.Dispose();
            throw;
        }
    }

    /// <summary>Numbers of the sources of which something came or was said later that is about the time from a moment on.</summary>
    public IReadOnlyList<int> Changed(Instant from) => Connection.Query(
        """
        SELECT source.no FROM main.source AS source
        WHERE EXISTS (SELECT 1 FROM main.reading AS late WHERE late.source = source.no AND late.at >= $1 AND late.at <= $2 AND late.received_at > $2)
            OR EXISTS (SELECT 1 FROM main.source_event AS said LEFT JOIN main.source_event_undo AS undone ON undone.event = said.no
                WHERE said.source = source.no AND (said.entered_at > $2 OR undone.entered_at > $2))
        ORDER BY source.no
        """,
        row => row.GetInt32(0), from.UnixMilliseconds, known);

    /// <summary>A source's hours as they were known then, instead of those that are stored.</summary>
    public void Put(int source, IEnumerable<HourRow> hours)
    {
        Connection.Execute("INSERT OR IGNORE INTO temp.past_source (no) VALUES ($1)", source);
        foreach (var day in hours.GroupBy(row => HourBlock.Of(row.Hour)))
        {
            foreach (var row in day)
            {
                Add("hour", source, row.Hour.Index, default(HourSum) + row.Cell);
            }

            Add("day", source, day.Key, day.Aggregate(default(HourSum), (sum, row) => sum + row.Cell));
        }
    }

    public void Dispose() => Connection.Dispose();

    private void Add(string table, int source, long step, HourSum sum) => Connection.Execute(
        $"INSERT INTO temp.past_{table} VALUES ($1, $2, $3, $4, $5, $6)",
        source, step, sum.Amount.Micro, sum.CoveredMilliseconds, sum.EstimatedMilliseconds, sum.SuspectMilliseconds);

    private void Hide(string table, string column) => Connection.Execute(string.Create(
        CultureInfo.InvariantCulture, $"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE {column} <= {known}"));

    private void MakeHours(string table)
    {
        Connection.Execute("CREATE TEMP TABLE IF NOT EXISTS past_source (no INTEGER PRIMARY KEY)");
        Connection.Execute(
            $"CREATE TEMP TABLE past_{table} (source INTEGER, {table} INTEGER, amount INTEGER, covered_ms INTEGER, estimated_ms INTEGER, suspect_ms INTEGER, PRIMARY KEY (source, {table})) WITHOUT ROWID");
        Connection.Execute(
            $"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE source NOT IN (SELECT no FROM temp.past_source) UNION ALL SELECT * FROM temp.past_{table}");
    }
}

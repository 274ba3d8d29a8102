using System.Globalization;
using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>What people entered about sources. Rows are never changed or removed.</summary>
public static class SourceEventTable
{
    private const string Columns =
        """
        SELECT event.no, event.source, event.kind, event.at, event.until, event.old_final, event.new_initial, event.factor, event.value,
            event.reason, event.evidence, event.author, event.entered_at, undo.reason, undo.author, undo.entered_at
        FROM source_event event LEFT JOIN source_event_undo undo ON undo.event = event.no
        """;

    public static IReadOnlyList<StoredEvent> All(SqliteConnection connection) => connection.Query(Columns + " ORDER BY event.no", Map);

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<StoredEvent> Of(SqliteConnection connection, int source) =>
        connection.Query(Columns + " WHERE event.source = $1 ORDER BY event.no DESC", Map, source);

    public static StoredEvent? Find(SqliteConnection connection, long no) => connection.Query(Columns + " WHERE event.no = $1", Map, no) is [var found] ? found : null;

    public static long NextNo(SqliteConnection connection) => connection.Query("SELECT coalesce(max(no), 0) + 1 FROM source_event", row => row.GetInt64(0))[0];

    public static void Add(SqliteConnection connection, StoredEvent entered)
    {
        var said = entered.Event;
        connection.Execute(
            """
            INSERT INTO source_event (no, source, kind, at, until, old_final, new_initial, factor, value, reason, evidence, author, entered_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            said.No, entered.Source, said.Kind.ToString(), said.At.UnixMilliseconds, said.Until.UnixMilliseconds, said.OldFinal.Nano, said.NewInitial.Nano,
            said.Factor.ToString(CultureInfo.InvariantCulture), said.Value.Nano, entered.Reason, entered.Evidence, entered.Author, entered.EnteredAt.UnixMilliseconds);
    }

    public static void Undo(SqliteConnection connection, long no, UndoneEvent undone) => connection.Execute(
        "INSERT INTO source_event_undo (event, reason, author, entered_at) VALUES ($1, $2, $3, $4)", no, undone.Reason, undone.Author, undone.EnteredAt.UnixMilliseconds);

    private static StoredEvent Map(SqliteDataReader row) => new(
        row.GetInt32(1),
        new SourceEvent(row.GetInt64(0), Enum.Parse<SourceEventKind>(row.GetString(2)), new Instant(row.GetInt64(3)))
        {
            Until = new Instant(row.GetInt64(4)),
            OldFinal = new RegisterValue(row.GetInt64(5)),
            NewInitial = new RegisterValue(row.GetInt64(6)),
            Factor = decimal.Parse(row.GetString(7), NumberStyles.Float, CultureInfo.InvariantCulture),
            Value = new RegisterValue(row.GetInt64(8)),
        },
        row.GetString(9), row.TextOrNull(10), row.GetString(11), new Instant(row.GetInt64(12)))
    {
        Undone = row.TextOrNull(13) is { } reason ? new UndoneEvent(reason, row.GetString(14), new Instant(row.GetInt64(15))) : null,
    };
}

using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Evidence;

/// <summary>What is known of the files in <see cref="EvidenceStore"/>.</summary>
public static class EvidenceTable
{
    private const string Columns = "SELECT hash, media_type, bytes, name, added_by, added_at FROM evidence";

    /// <summary>Content that is known already keeps its first row.</summary>
    /// <param name="name">As the sender calls the file; what is dangerous in it is taken out.</param>
    public static void Add(SqliteConnection connection, EvidenceOutcome.Stored file, string name, string addedBy, Instant addedAt) => connection.Execute(
        "INSERT INTO evidence (hash, media_type, bytes, name, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (hash) DO NOTHING",
        file.Hash, file.MediaType, file.Bytes, EvidenceName.Clean(name, file.MediaType), addedBy, addedAt.UnixMilliseconds);

    public static EvidenceRow? Find(SqliteConnection connection, string hash) =>
        connection.Query(Columns + " WHERE hash = $1", Map, hash) is [var row] ? row : null;

    public static IReadOnlyList<EvidenceRow> All(SqliteConnection connection) => connection.Query(Columns + " ORDER BY hash", Map);

    private static EvidenceRow Map(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4), new Instant(row.GetInt64(5)));
}

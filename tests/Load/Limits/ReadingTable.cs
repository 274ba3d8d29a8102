using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Load.Limits;

/// <summary>The table of readings, as the host creates it, so that the limits are measured with the same insert.</summary>
/// <param name="Statements">CREATE statements of the table and its indexes.</param>
/// <param name="IsFromHost">False when no host's database was there to copy from.</param>
internal sealed record ReadingTable(int PageSize, IReadOnlyList<string> Statements, bool IsFromHost)
{
    private const int DefaultPageSize = 4_096;

    private const string OwnTable =
        """
        CREATE TABLE reading(source INTEGER NOT NULL, at INTEGER NOT NULL, value INTEGER NOT NULL, received_at INTEGER NOT NULL,
          origin INTEGER NOT NULL, PRIMARY KEY(source, at)) WITHOUT ROWID
        """;

    public static ReadingTable Assumed { get; } = new(DefaultPageSize, [OwnTable], IsFromHost: false);

    /// <summary>Copies the definition from a host's database.</summary>
    public static ReadingTable From(string database)
    {
        using var connection = Databases.OpenReadOnly(database);
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT sql FROM sqlite_master WHERE tbl_name = 'reading' AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC";
        var statements = new List<string>();
        using (var rows = select.ExecuteReader())
        {
            while (rows.Read())
            {
                statements.Add(rows.GetString(0));
            }
        }

        return statements.Count == 0 ? Assumed : new(Databases.Number(connection, "PRAGMA page_size"), statements, IsFromHost: true);
    }

    /// <summary>Creates an empty database with this table alone.</summary>
    public void Create(string database)
    {
        using var connection = Databases.Create(database);
        Databases.Run(connection, FormattableString.Invariant($"PRAGMA page_size = {PageSize}"));
        foreach (var statement in Statements)
        {
            Databases.Run(connection, statement);
        }
    }
}

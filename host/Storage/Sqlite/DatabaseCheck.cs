using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Sqlite;

/// <summary>
/// The database's check of itself: structure, rules of tables, references, and the schema with the guards of what only grows. Reads everything, so that it takes minutes
/// with many millions of rows.
/// </summary>
public static class DatabaseCheck
{
    /// <summary>Findings of one kind that are listed one by one.</summary>
    private const int MostListed = 100;

    /// <returns>Empty when all is well.</returns>
    public static IReadOnlyList<DatabaseProblem> Run(SqliteConnection connection) => [.. Try(connection, Integrity), .. Try(connection, References), .. Try(connection, Schema)];

    /// <summary>A damage can be such that looking for it fails.</summary>
    private static IReadOnlyList<DatabaseProblem> Try(SqliteConnection connection, Func<SqliteConnection, IEnumerable<DatabaseProblem>> look)
    {
        try
        {
            return [.. look(connection)];
        }
        catch (SqliteException e)
        {
            return [new DatabaseProblem.Damaged(e.Message.TrimEnd('.'))];
        }
    }

    private static IEnumerable<DatabaseProblem> Integrity(SqliteConnection connection) => connection
        .Query($"PRAGMA integrity_check({MostListed})", row => row.GetString(0))
        .Where(finding => finding != "ok")
        .Select(finding => new DatabaseProblem.Damaged(finding));

    /// <summary>Compares with the schema that the same migrations make of nothing.</summary>
    private static IEnumerable<DatabaseProblem> Schema(SqliteConnection connection)
    {
        using var fresh = new SqliteConnection("Data Source=:memory:");
        fresh.Open();
        Migrator.Migrate(fresh, Migrator.VersionOf(connection));
        var (expected, found) = (Parts(fresh), Parts(connection));
        return expected.Except(found).Concat(found.Except(expected)).Select(part => part.Name).Distinct(StringComparer.Ordinal)
            .Select(name => new DatabaseProblem.SchemaDiffers(name));
    }

    private static List<(string Name, string Sql)> Parts(SqliteConnection connection) => connection.Query(
        "SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite^_%' ESCAPE '^' ORDER BY type, name",
        row => (row.GetString(0), row.GetString(1)));

    private static IEnumerable<DatabaseProblem> References(SqliteConnection connection) => connection
        .Query("""SELECT DISTINCT "table", parent, fkid FROM pragma_foreign_key_check""", row => new Reference(row.GetString(0), row.GetString(1), row.GetInt64(2)))
        .SelectMany(reference => reference.Broken(connection));

    /// <summary>
    /// A foreign key. SQLite's own check has no number for rows of tables without row ids, which most of ours are, so they are
    /// asked for by their keys.
    /// </summary>
    private sealed record Reference(string Table, string Parent, long Id)
    {
        public List<DatabaseProblem> Broken(SqliteConnection connection)
        {
            var keys = Keys(connection, Table);
            var parentKeys = Keys(connection, Parent);
            var pairs = connection.Query(
                "SELECT seq, \"from\", \"to\" FROM pragma_foreign_key_list($1) WHERE id = $2 ORDER BY seq",
                row => (From: row.GetString(1), To: row.TextOrNull(2) ?? parentKeys[row.GetInt32(0)]), Table, Id);
            var rows = connection.Query<DatabaseProblem>(
                $"""
                SELECT {Text(keys)}, {Text(pairs.Select(pair => pair.From))} FROM {Quote(Table)} AS child
                WHERE {string.Join(" AND ", pairs.Select(pair => $"child.{Quote(pair.From)} IS NOT NULL"))} AND NOT EXISTS (
                    SELECT 1 FROM {Quote(Parent)} AS parent
                    WHERE {string.Join(" AND ", pairs.Select(pair => $"parent.{Quote(pair.To)} = child.{Quote(pair.From)}"))})
                LIMIT {MostListed + 1}
                """,
                row => new DatabaseProblem.ParentMissing(Table, row.GetString(0), Parent, row.GetString(1)));
            return rows.Count > MostListed ? [.. rows.Take(MostListed), new DatabaseProblem.More(Table, Parent, MostListed)] : rows;
        }

        private static List<string> Keys(SqliteConnection connection, string table) =>
            connection.Query("SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk", row => row.GetString(0), table) is { Count: > 0 } keys ? keys : ["rowid"];

        /// <summary>An expression for a text such as <c>source = 3, at = 5</c>.</summary>
        private static string Text(IEnumerable<string> columns) =>
            string.Join(" || ', ' || ", columns.Select(column => $"'{column.Replace("'", "''", StringComparison.Ordinal)} = ' || child.{Quote(column)}"));

        private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}

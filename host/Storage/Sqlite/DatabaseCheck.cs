using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Sqlite;

/// <summary>
/// The database's check of itself: structure, rules of tables, references, and the schema with the guards of what only grows. Reads everything, so that it takes minutes
/// with many millions of rows.
/// </summary>
public static partial class DatabaseCheck
{
    /// <summary>Findings of one kind that are listed one by one.</summary>
    private const int MostListed = 100;

    /// <summary>Tables of the registry, which are small: a reference that one of them breaks stops a start.</summary>
    private static readonly string[] Registry =
        ["unit_number", "assignment", "source", "virtual_term", "source_event", "source_event_undo", "baseline_version", "baseline_decision", "declaration", "appeal", "appeal_answer"];

    /// <returns>Empty when all is well.</returns>
    public static IReadOnlyList<DatabaseProblem> Run(SqliteConnection connection)
    {
        var damage = Try(connection, Integrity);
        var tables = damage.Count == 0 ? [] : Try(connection, Unreadable);
        return [.. damage, .. tables, .. Try(connection, References), .. Try(connection, Schema)];
    }

    /// <summary>Checks a file that nothing else can open: it is neither brought up to date nor written.</summary>
    public static IReadOnlyList<DatabaseProblem> OfFile(StorageOptions options)
    {
        try
        {
            using var connection = SqliteSetup.OpenReader(options);
            return Run(connection);
        }
        catch (SqliteException e)
        {
            return [Damaged(e)];
        }
    }

    /// <summary>What would stop a start, in a moment even with many millions of readings.</summary>
    public static IReadOnlyList<DatabaseProblem> OfRegistry(SqliteConnection connection) =>
    [
        .. Registry.SelectMany(table => connection.Query(
            """SELECT DISTINCT "table", parent, fkid FROM pragma_foreign_key_check($1)""", row => new Reference(row.GetString(0), row.GetString(1), row.GetInt64(2)), table))
            .SelectMany(reference => reference.Broken(connection)),
    ];

    /// <summary>A damage can be such that looking for it fails: what was found before that is kept.</summary>
    private static List<DatabaseProblem> Try(SqliteConnection connection, Func<SqliteConnection, IEnumerable<DatabaseProblem>> look)
    {
        var found = new List<DatabaseProblem>();
        try
        {
            foreach (var problem in look(connection))
            {
                found.Add(problem);
            }
        }
        catch (SqliteException e)
        {
            found.Add(Damaged(e));
        }

        return found;
    }

    private static DatabaseProblem.Damaged Damaged(SqliteException e) => new(e.Message.TrimEnd('.'));

    private static IEnumerable<DatabaseProblem> Integrity(SqliteConnection connection)
    {
        var roots = connection.Query("SELECT rootpage, type || ' ' || name FROM sqlite_master WHERE rootpage > 0", row => (Page: row.GetInt64(0), Part: row.GetString(1)))
            .ToDictionary(root => root.Page, root => root.Part);
        using var command = Sql.Command(connection, $"PRAGMA integrity_check({MostListed})");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            if (reader.GetString(0) is var finding and not "ok")
            {
                yield return new DatabaseProblem.Damaged(Named(finding.ReplaceLineEndings(" ").TrimEnd('.'), roots));
            }
        }
    }

    /// <summary>SQLite names a table by the number of its first page, as <c>Tree 12</c>.</summary>
    private static string Named(string finding, Dictionary<long, string> roots) => TreeForm().Replace(
        finding, tree => roots.TryGetValue(long.Parse(tree.ValueSpan[5..], NumberStyles.None, CultureInfo.InvariantCulture), out var part) ? $"{tree.Value} ({part})" : tree.Value);

    [GeneratedRegex("Tree [0-9]{1,10}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TreeForm();

    private static IEnumerable<DatabaseProblem> Unreadable(SqliteConnection connection) => connection
        .Query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", row => row.GetString(0))
        .Select(table => ReadWhole(connection, table)).OfType<DatabaseProblem>();

    private static DatabaseProblem.Unreadable? ReadWhole(SqliteConnection connection, string table)
    {
        var rows = 0L;
        try
        {
            using var command = Sql.Command(connection, $"SELECT * FROM {Quote(table)} NOT INDEXED");
            using var reader = command.ExecuteReader();
            var values = new object[reader.FieldCount];
            for (; reader.Read(); rows++)
            {
                reader.GetValues(values);
            }

            return null;
        }
        catch (SqliteException e)
        {
            return new DatabaseProblem.Unreadable(table, rows, e.Message.TrimEnd('.'));
        }
    }

    private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

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
    }
}

using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Sqlite;

/// <summary>
/// Brings the schema up to date: every script <c>Migrations/NNNN_name.sql</c> above the file's <c>user_version</c>, in order,
/// each in its own transaction.
/// </summary>
internal static class Migrator
{
    public static int Newest { get; } = Scripts().Max(script => script.Version);

    /// <exception cref="InvalidOperationException">The file was written by a newer program.</exception>
    public static void Migrate(SqliteConnection connection)
    {
        var current = VersionOf(connection);
        if (current > Newest)
        {
            throw new InvalidOperationException(
                $"The database is of version {current}, this program knows up to {Newest}. Install the newer program or restore an older backup.");
        }

        Migrate(connection, Newest);
    }

    /// <summary>Goes no further than a version.</summary>
    public static void Migrate(SqliteConnection connection, int version)
    {
        var current = VersionOf(connection);
        foreach (var script in Scripts().Where(script => script.Version > current && script.Version <= version).OrderBy(script => script.Version))
        {
            using var transaction = connection.BeginTransaction();
            SqliteSetup.Execute(connection, script.Sql);
            SqliteSetup.Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version={script.Version}"));
            transaction.Commit();
        }
    }

    public static int VersionOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static IEnumerable<(int Version, string Sql)> Scripts()
    {
        var assembly = typeof(Migrator).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)))
        {
            var file = name[(name.IndexOf(".Migrations.", StringComparison.Ordinal) + ".Migrations.".Length)..];
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (int.Parse(file.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
    }
}

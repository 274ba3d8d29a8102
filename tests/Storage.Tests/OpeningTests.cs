using EmulationPlatform.Storage.Sqlite;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Storage.Tests.Audit;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tests;

public sealed class OpeningTests
{
    [Fact]
    public async Task Given_an_empty_folder_When_opened_twice_Then_the_schema_is_made_once_and_data_stay()
    {
        await using var test = await TestDatabase.NewAsync();
        var version = test.Database.Read(connection => TestDatabase.Scalar(connection, "PRAGMA user_version"));
        Assert.True(await test.CommitAsync(TestDatabase.Everything(7)));

        test.Reopen();

        Assert.Equal(version, test.Database.Read(connection => TestDatabase.Scalar(connection, "PRAGMA user_version")));
        Assert.True(version >= 1);
        Assert.Equal(TestDatabase.Reading(7).Value, test.Database.Read(connection => ReadingTable.Newest(connection, 1))!.Value.Value);
        Assert.Equal("ok", test.Database.Read(Integrity));
    }

    [Fact]
    public async Task Given_a_file_of_a_newer_program_When_opened_Then_it_is_refused_untouched_and_the_folder_is_free_again()
    {
        await using var test = await TestDatabase.NewAsync();
        await test.Database.WriteAsync(connection => TestDatabase.Scalar(connection, "PRAGMA user_version=999; SELECT 1"));
        test.Database.Dispose();

        var refused = Assert.Throws<InvalidOperationException>(() => TestDatabase.Open(test.Options));

        Assert.Contains("999", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(test.Options.DatabaseFile + "-wal"), "A refused file is closed again.");
        Assert.Throws<InvalidOperationException>(() => TestDatabase.Open(test.Options));
    }

    [Fact]
    public async Task Given_a_folder_in_use_When_opened_again_Then_it_is_refused_until_the_first_ends()
    {
        await using var test = await TestDatabase.NewAsync();

        var refused = Assert.Throws<FolderInUseException>(() => TestDatabase.Open(test.Options));

        Assert.Equal(test.Options.DataFolder, refused.Folder);
        Assert.True(await test.CommitAsync(TestDatabase.Everything(1)));
        test.Reopen();
        Assert.Equal(1, test.Count("reading"));
    }

    [Fact]
    public async Task Given_the_writer_When_asked_Then_it_waits_for_the_disk_and_keeps_references()
    {
        await using var test = await TestDatabase.NewAsync();

        var settings = await test.Database.WriteAsync(connection => (
            TestDatabase.Scalar(connection, "PRAGMA synchronous"), Text(connection, "PRAGMA journal_mode"), TestDatabase.Scalar(connection, "PRAGMA foreign_keys")));

        Assert.Equal((2L, "wal", 1L), settings);
    }

    [Fact]
    public async Task Given_a_reader_When_it_tries_to_write_Then_it_cannot()
    {
        await using var test = await TestDatabase.NewAsync();

        Assert.Throws<SqliteException>(() => test.Database.Read(connection => TestDatabase.Scalar(connection, "DELETE FROM origin RETURNING no")));

        Assert.Equal(1, test.Count("origin"));
    }

    [Fact]
    public async Task Given_a_file_of_any_older_version_When_opened_Then_it_becomes_what_a_new_one_is()
    {
        var scripts = typeof(Database).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        for (var version = 1; version <= scripts.Count; version++)
        {
            var folder = Directory.CreateTempSubdirectory("older-").FullName;
            await MakeAsync(Path.Combine(folder, "emulation.db"), scripts.Take(version), version);

            using (var database = TestDatabase.Open(new StorageOptions { DataFolder = folder }))
            {
                Assert.Equal(scripts.Count, database.Read(connection => TestDatabase.Scalar(connection, "PRAGMA user_version")));
                Assert.Empty(database.Read(DatabaseCheck.Run));
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MakeAsync(string file, IEnumerable<string> scripts, int version)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        foreach (var script in scripts)
        {
            using var reader = new StreamReader(typeof(Database).Assembly.GetManifestResourceStream(script)!);
            AuditLog.Run(connection, await reader.ReadToEndAsync());
        }

        AuditLog.Run(connection, $"PRAGMA user_version={version}");
    }

    private static string Integrity(SqliteConnection connection) => Text(connection, "PRAGMA integrity_check");

    private static string Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)command.ExecuteScalar()!;
    }
}

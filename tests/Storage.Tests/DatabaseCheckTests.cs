using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Sqlite;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Storage.Tests.Audit;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tests;

public sealed class DatabaseCheckTests
{
    private const int MostListed = 100;

    [Fact]
    public async Task Given_a_database_in_use_When_checked_Then_nothing_is_found()
    {
        await using var test = await TestDatabase.NewAsync();
        Assert.True(await test.CommitAsync(TestDatabase.Everything(7)));
        await test.AppendAsync(3);

        Assert.Empty(test.Database.Read(DatabaseCheck.Run));
    }

    [Fact]
    public async Task Given_rows_without_their_parents_When_checked_Then_table_row_and_parent_are_named()
    {
        await using var test = await TestDatabase.NewAsync();
        Write(
            test,
            """
            INSERT INTO reading VALUES (3, 50, 1, 1, 1);
            INSERT INTO assignment (id, source, unit) VALUES (8, 1, 'p''x');
            CREATE TABLE part (a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES reading);
            INSERT INTO part VALUES (3, 50), (3, 51), (3, NULL);
            """);

        Assert.Equal(
            [
                "In table assignment, the row with id = 8 refers to unit = p'x, which table unit does not have.",
                "In table part, the row with rowid = 2 refers to a = 3, b = 51, which table reading does not have.",
                "In table reading, the row with source = 3, at = 50 refers to source = 3, which table source does not have.",
            ],
            test.Database.Read(DatabaseCheck.Run).OfType<DatabaseProblem.ParentMissing>().Select(problem => problem.Sentence).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Given_very_many_rows_without_a_parent_When_checked_Then_the_first_are_named()
    {
        await using var test = await TestDatabase.NewAsync();
        Write(test, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO reading SELECT 3, i, 1, 1, 1 FROM n");

        var problems = test.Database.Read(DatabaseCheck.Run);

        Assert.Equal(MostListed + 1, problems.Count);
        Assert.Equal(new DatabaseProblem.ParentMissing("reading", "source = 3, at = 1", "source", "source = 3"), problems[0]);
        Assert.Equal(new DatabaseProblem.More("reading", "source", MostListed), problems[^1]);
    }

    [Theory]
    [InlineData("DROP TRIGGER audit_no_delete", "trigger audit_no_delete")]
    [InlineData("DROP TRIGGER audit_no_delete; CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT 1; END", "trigger audit_no_delete")]
    [InlineData("CREATE TRIGGER helper AFTER INSERT ON reading BEGIN DELETE FROM conflict; END", "trigger helper")]
    [InlineData("DROP INDEX snapshot_first", "index snapshot_first")]
    [InlineData("DROP TABLE unmatched", "table unmatched")]
    [InlineData("ALTER TABLE origin ADD COLUMN note TEXT", "table origin")]
    public async Task Given_a_schema_changed_by_another_hand_When_checked_Then_the_part_is_named(string sql, string part)
    {
        await using var test = await TestDatabase.NewAsync();
        Write(test, sql);

        Assert.Equal([new DatabaseProblem.SchemaDiffers(part)], test.Database.Read(DatabaseCheck.Run));
    }

    [Fact]
    public async Task Given_statistics_of_the_planner_When_checked_Then_they_are_no_change()
    {
        await using var test = await TestDatabase.NewAsync();
        await test.AppendAsync(30);
        Write(test, "ANALYZE");

        Assert.Empty(test.Database.Read(DatabaseCheck.Run));
    }

    [Theory]
    [InlineData("pages of a table")]
    [InlineData("an index")]
    [InlineData("a rule of a table")]
    public async Task Given_a_damaged_file_When_checked_Then_it_is_said_and_the_check_goes_on(string what)
    {
        await using var test = await TestDatabase.NewAsync();
        await test.AppendAsync(300);
        var root = test.Database.Read(connection => TestDatabase.Scalar(connection, "SELECT rootpage FROM sqlite_master WHERE name = '" + (what == "an index" ? "audit_author" : "audit") + "'"));
        test.Database.Dispose();
        Damage(test.Options.DatabaseFile, what, root);

        using var connection = Connect(test.Options.DatabaseFile);
        var problems = DatabaseCheck.Run(connection);

        Assert.NotEmpty(problems.OfType<DatabaseProblem.Damaged>());
        Assert.All(problems.OfType<DatabaseProblem.Damaged>(), problem => Assert.StartsWith("The database file is damaged: ", problem.Sentence, StringComparison.Ordinal));
    }

    private static void Damage(string file, string what, long page)
    {
        if (what == "a rule of a table")
        {
            using var connection = Connect(file);
            AuditLog.Run(connection, "PRAGMA ignore_check_constraints=ON; PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql = replace(sql, 'reason TEXT NOT NULL', 'reason TEXT NOT NULL CHECK (reason = 1)') WHERE name = 'audit'");
            return;
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Position = (page - 1) * 4096;
        stream.Write(new byte[2000]);
    }

    /// <summary>By another hand, which does not keep references.</summary>
    private static void Write(TestDatabase test, string sql)
    {
        using var connection = Connect(test.Options.DatabaseFile);
        AuditLog.Run(connection, "PRAGMA foreign_keys=OFF; " + sql);
    }

    private static SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }
}

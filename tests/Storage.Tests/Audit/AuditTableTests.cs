using System.Diagnostics;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Audit;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tests.Audit;

public sealed class AuditTableTests
{
    [Fact]
    public async Task Given_a_known_row_When_appended_Then_its_hash_is_the_one_that_another_program_computes()
    {
        await using var test = await TestDatabase.NewAsync();

        await test.Database.WriteAsync(connection => AuditTable.Append(connection, new AuditEntry
        {
            At = new Instant(1_790_000_000_123),
            Author = "phương.nt",
            Act = "source.replaced",
            Subject = "source/điện-tầng-2",
            Reason = "",
            After = """{"initial":"0"}""",
        }));

        // Computed with Python's hashlib from the description at AuditTable.
        Assert.Equal("7a7895c50bed6504ee8519d99f1e5f21cc07f01944d2194147afbff286d30de0", test.Database.Read(connection => AuditTable.Page(connection, null, 1, null, null))[0].Hash);
    }

    [Fact]
    public async Task Given_rows_When_paged_Then_the_newest_come_first_and_subject_and_author_narrow_them()
    {
        await using var test = await TestDatabase.NewAsync();
        Assert.Equal(30, await test.AppendAsync(30));

        Assert.Equal([30, 29], Numbers(test, null, 2, null, null));
        Assert.Equal([28, 27], Numbers(test, 29, 2, null, null));
        Assert.Equal([30, 25, 20, 15, 10, 5], Numbers(test, null, 99, "source/0", null));
        Assert.Equal([30, 15], Numbers(test, null, 99, "source/0", "an0"));
        Assert.Equal([28, 25], Numbers(test, 30, 2, null, "an1"));
        Assert.Equal(AuditLog.Entry(7), test.Database.Read(connection => AuditTable.Page(connection, 8, 1, null, null))[0].Entry);
    }

    [Theory]
    [InlineData("UPDATE audit SET reason = 'x' WHERE no = 2", "cannot be changed")]
    [InlineData("DELETE FROM audit WHERE no = 2", "cannot be deleted")]
    [InlineData("INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE no = 2", "follows the last one")]
    [InlineData("INSERT INTO audit SELECT 9, at, author, act, subject, reason, before, after, hash FROM audit WHERE no = 2", "follows the last one")]
    [InlineData("UPDATE audit_head SET last_no = 2", "its head")]
    [InlineData("DELETE FROM audit_head", "its head")]
    [InlineData("INSERT OR REPLACE INTO audit_head VALUES (1, 0, zeroblob(32))", "its head")]
    public async Task Given_rows_When_somebody_tries_to_change_the_log_Then_the_database_refuses_and_says_why(string sql, string reason)
    {
        await using var test = await TestDatabase.NewAsync();
        await test.AppendAsync(3);

        var refused = await Assert.ThrowsAsync<SqliteException>(() => test.Database.WriteAsync(connection => AuditLog.Run(connection, sql)));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Equal(4, await test.AppendAsync(1));
        test.KeepHead();
        Assert.Empty(test.Differences());
    }

    [Fact]
    public async Task Given_a_change_that_fails_When_it_was_audited_Then_its_row_is_undone_with_it()
    {
        await using var test = await TestDatabase.NewAsync();
        await test.AppendAsync(3);

        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Database.WriteAsync(connection =>
        {
            AuditTable.Append(connection, AuditLog.Entry(4));
            throw new InvalidOperationException();
        }));

        Assert.Equal(4, await test.AppendAsync(1));
        test.KeepHead();
        Assert.Empty(test.Differences());
    }

    [Fact]
    public async Task Given_no_transaction_When_appended_Then_it_is_refused()
    {
        await using var test = await TestDatabase.NewAsync();

        Assert.Throws<InvalidOperationException>(() => test.Database.Read(connection => AuditTable.Append(connection, AuditLog.Entry(1))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0xD83D)]
    public async Task Given_a_text_that_would_not_come_back_When_appended_Then_it_is_refused_and_nothing_is_stored(int character)
    {
        await using var test = await TestDatabase.NewAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => test.Database.WriteAsync(connection => AuditTable.Append(connection, AuditLog.Entry(1) with { Reason = "a" + (char)character + "b" })));

        Assert.Equal(0, test.Count("audit"));
    }

    [Fact]
    public async Task Given_ten_thousand_rows_When_appended_and_verified_Then_it_takes_seconds_at_most()
    {
        await using var test = await TestDatabase.NewAsync();
        var watch = Stopwatch.StartNew();

        await test.AppendAsync(10_000);
        test.KeepHead();
        Assert.Empty(test.Differences());

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public async Task Given_a_log_that_grows_meanwhile_When_verified_Then_there_is_no_false_alarm()
    {
        await using var test = await TestDatabase.NewAsync();
        test.KeepHead();
        await test.AppendAsync(500);
        var growing = Task.Run(async () =>
        {
            for (var i = 0; i < 300; i++)
            {
                await test.AppendAsync(2);
                Assert.Null(test.KeepHead());
            }
        });

        var found = new List<(AuditDifference, long)>();
        do
        {
            found.AddRange(test.Differences());
        }
        while (!growing.IsCompleted);

        await growing;
        Assert.Empty(found);
        Assert.Equal(1100, AuditHead.Read(test.Options.DataFolder)?.No);
    }

    private static IEnumerable<long> Numbers(TestDatabase test, long? before, int limit, string? subject, string? author) =>
        test.Database.Read(connection => AuditTable.Page(connection, before, limit, subject, author)).Select(row => row.No);
}

using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Storage.Tests.Audit;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tests;

public sealed class SnapshotTableTests
{
    private static readonly NewSnapshot First = new()
    {
        Movement = "btc-2026-2030", Period = "2026-Q3", TakenAt = new Instant(1_790_000_000_123), Author = "vp", Reason = "Quyết định 12", Board = """{"units":[]}""",
    };

    [Fact]
    public async Task Given_a_result_When_frozen_and_replaced_Then_both_stay_and_the_newer_is_in_force()
    {
        await using var test = await TestDatabase.NewAsync();

        Assert.Equal(1, await AddAsync(test, First));
        Assert.Equal(2, await AddAsync(test, First with { Period = "2026" }));
        Assert.Equal(3, await AddAsync(test, First with { Reason = "Đính chính", Board = """{"units":[1]}""", Replaces = 1 }));

        var rows = test.Database.Read(SnapshotTable.All);
        Assert.Equal([(1, null), (2, null), (3, 1L)], rows.Select(row => (row.No, row.Replaces)));
        Assert.Equal(rows[2], test.Database.Read(connection => SnapshotTable.InForce(connection, First.Movement, First.Period)));
        Assert.Equal(rows[0], test.Database.Read(connection => SnapshotTable.Find(connection, 1)));
        Assert.Equal((First.Board, (string?)null), test.Database.Read(connection => (SnapshotTable.Board(connection, 1), SnapshotTable.Board(connection, 4))));
        Assert.Null(test.Database.Read(connection => SnapshotTable.InForce(connection, First.Movement, "2027")));
    }

    [Fact]
    public async Task Given_a_known_result_When_frozen_Then_its_hash_is_the_one_that_another_program_computes_and_the_audit_log_has_it()
    {
        await using var test = await TestDatabase.NewAsync();

        await AddAsync(test, First);

        // Computed with Python's hashlib from the description at SnapshotTable.
        const string hash = "c6f8462bdcf6c837de33f3473832fe57ea0914df3563eccb07634f696426f30e";
        Assert.Equal(hash, test.Database.Read(SnapshotTable.All)[0].Hash);
        var audited = test.Database.Read(connection => AuditTable.Page(connection, null, 1, "snapshot/1", "vp"))[0].Entry;
        Assert.Equal(("snapshot.taken", $$"""{"hash":"{{hash}}"}""", First.TakenAt), (audited.Act, audited.After, audited.At));
    }

    [Theory]
    [InlineData("2026-Q3", null)]
    [InlineData("2026-Q3", 1)]
    [InlineData("2026-Q3", 99)]
    [InlineData("2027", 2)]
    public async Task Given_a_period_with_a_result_in_force_When_another_one_does_not_replace_it_Then_it_is_refused(string period, int? replaces)
    {
        await using var test = await TestDatabase.NewAsync();
        await AddAsync(test, First);
        await AddAsync(test, First with { Replaces = 1 });

        await Assert.ThrowsAsync<InvalidOperationException>(() => AddAsync(test, First with { Period = period, Replaces = replaces }));

        Assert.Equal((2, 2), (test.Count("snapshot"), test.Count("audit")));
    }

    [Theory]
    [InlineData("UPDATE snapshot SET reason = 'x'")]
    [InlineData("DELETE FROM snapshot")]
    [InlineData("INSERT OR REPLACE INTO snapshot SELECT no, movement, period, taken_at, author, reason, '{}', replaces, hash FROM snapshot")]
    public async Task Given_a_result_When_somebody_tries_to_change_it_Then_the_database_refuses_and_says_why(string sql)
    {
        await using var test = await TestDatabase.NewAsync();
        await AddAsync(test, First);

        var refused = await Assert.ThrowsAsync<SqliteException>(() => test.Database.WriteAsync(connection => AuditLog.Run(connection, sql)));

        Assert.Contains("An official result stays as it was shown", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Differences(test));
    }

    [Theory]
    [InlineData("UPDATE snapshot SET board = replace(board, '1', '2') WHERE no = 2", "HashDiffers 2")]
    [InlineData("UPDATE snapshot SET board = board || char(0) WHERE no = 2", "HashDiffers 2")]
    [InlineData("UPDATE snapshot SET hash = zeroblob(32) WHERE no = 1", "HashDiffers 1")]
    [InlineData("UPDATE snapshot SET replaces = NULL, period = '2030' WHERE no = 2", "HashDiffers 2")]
    [InlineData("DELETE FROM snapshot WHERE no = 3", "Missing 3")]
    [InlineData("UPDATE snapshot SET replaces = NULL, period = '2030' WHERE no = 2; DELETE FROM snapshot WHERE no = 1", "HashDiffers 2, Missing 1")]
    [InlineData("DELETE FROM audit WHERE no = 3", "AuditDiffers 3")]
    [InlineData("UPDATE audit SET after = '{}' WHERE no = 1", "AuditDiffers 1")]
    public async Task Given_results_When_they_are_forged_behind_the_guards_Then_verify_names_them(string sql, string expected)
    {
        await using var test = await TestDatabase.NewAsync();
        await AddAsync(test, First);
        await AddAsync(test, First with { Board = """{"units":[1]}""", Replaces = 1 });
        await AddAsync(test, First with { Period = "2027" });
        Assert.Empty(Differences(test));

        await test.ForgeAsync(sql);

        Assert.Equal(expected, string.Join(", ", Differences(test)));
    }

    private static Task<long> AddAsync(TestDatabase test, NewSnapshot snapshot) => test.Database.WriteAsync(connection => SnapshotTable.Add(connection, snapshot));

    private static List<string> Differences(TestDatabase test) =>
        test.Database.Stream(SnapshotTable.Verify).Select(problem => $"{problem.What} {problem.No}").ToList();
}

using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Sqlite;
using EmulationPlatform.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tests.Movement;

public sealed class DeclarationTableTests
{
    private static readonly StoredDeclaration Full = SomeEntries.Declaration with
    {
        Value = 1840.50m, Whole = 1900m, BaseYear = 2025, EvidenceOn = new DateOnly(2026, 3, 5), CameAt = new Instant(7), Rater = "bình", Comment = "Biên bản số 3",
        Evidence = [SomeEntries.Minutes, SomeEntries.Photo],
    };

    [Fact]
    public async Task Given_entries_with_all_and_with_few_parts_When_added_Then_they_come_back_word_for_word_after_a_restart()
    {
        await using var test = await SomeEntries.NewAsync();
        Assert.Equal((1, 2), (await test.AddAsync(Full), await test.AddAsync(SomeEntries.Declaration with { Kind = "Withdrawn" })));

        test.Reopen();

        var entries = test.Database.Read(connection => DeclarationTable.OfPeriod(connection, "2026"));
        Assert.Equal(Full with { No = 1, Evidence = [] }, entries[0] with { Evidence = [] }, WithoutEvidence);
        Assert.Equal([SomeEntries.Minutes, SomeEntries.Photo], entries[0].Evidence);
        Assert.Equal("1840.50", entries[0].Value!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(SomeEntries.Declaration with { No = 2, Kind = "Withdrawn", Evidence = [] }, entries[1], WithoutEvidence);
        Assert.Empty(entries[1].Evidence);
        Assert.Empty(test.Database.Read(DatabaseCheck.Run));
    }

    [Fact]
    public async Task Given_entries_of_units_figures_and_periods_When_asked_for_one_Then_only_its_own_come_in_order()
    {
        await using var test = await SomeEntries.NewAsync();
        StoredDeclaration[] all =
        [
            Full, Full with { Unit = "" }, Full with { Figure = "infosec.drills" }, Full with { Period = "2027" }, Full with { Kind = "Verified", Author = "vp", At = new Instant(1) },
        ];
        foreach (var entry in all)
        {
            await test.AddAsync(entry);
        }

        Assert.Equal([1, 5], Numbers(test, SomeEntries.Unit, "2026"));
        Assert.Equal([2], Numbers(test, "", "2026"));
        Assert.Equal([4], Numbers(test, SomeEntries.Unit, "2027"));
        Assert.Equal([1, 2, 3, 5], test.Database.Read(connection => DeclarationTable.OfPeriod(connection, "2026")).Select(entry => entry.No));
        Assert.Equal("", test.Database.Read(connection => DeclarationTable.Find(connection, 2))!.Unit);
        Assert.Null(test.Database.Read(connection => DeclarationTable.Find(connection, 9)));
    }

    [Fact]
    public async Task Given_evidence_or_a_unit_that_nobody_knows_When_an_entry_names_it_Then_it_is_refused()
    {
        await using var test = await SomeEntries.NewAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => test.AddAsync(Full with { Evidence = [SomeEntries.Photo, new string('c', 64)] }));
        await Assert.ThrowsAsync<SqliteException>(() => test.AddAsync(Full with { Unit = "khong-co" }));

        Assert.Equal(0, test.Count("declaration"));
    }

    [Theory]
    [InlineData("UPDATE declaration SET value = '1900'", "enter a new value")]
    [InlineData("DELETE FROM declaration WHERE no = 1", "withdraw it")]
    [InlineData("INSERT OR REPLACE INTO declaration SELECT * FROM declaration WHERE no = 1", "follows the last one")]
    [InlineData("INSERT INTO declaration SELECT 9, unit, figure, period, kind, value, whole, base_year, evidence_on, came_at, rater, comment, evidence, author, entered_at FROM declaration", "follows the last one")]
    public async Task Given_an_entry_When_somebody_tries_to_change_it_Then_the_database_refuses_and_says_why(string sql, string reason)
    {
        await using var test = await SomeEntries.NewAsync();
        await test.AddAsync(Full);

        Assert.Contains(reason, await test.RefusalAsync(sql), StringComparison.Ordinal);

        Assert.Equal(1840.5m, test.Database.Read(connection => DeclarationTable.Find(connection, 1))!.Value);
        Assert.Equal(2, await test.AddAsync(Full));
    }

    private static bool WithoutEvidence(StoredDeclaration one, StoredDeclaration other)
    {
        IReadOnlyList<string> none = [];
        return one with { Evidence = none } == other with { Evidence = none };
    }

    private static IEnumerable<long> Numbers(TestDatabase test, string unit, string period) =>
        test.Database.Read(connection => DeclarationTable.Of(connection, unit, Full.Figure, period)).Select(entry => entry.No);
}

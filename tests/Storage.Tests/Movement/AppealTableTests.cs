using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tests.Movement;

public sealed class AppealTableTests
{
    private static readonly AppealAnswer Granted = new(true, "Biên bản hợp lệ", "vp", SomeEntries.At);

    [Fact]
    public async Task Given_appeals_When_one_is_answered_Then_it_is_open_no_more_and_all_of_it_stays_after_a_restart()
    {
        await using var test = await SomeEntries.NewAsync();
        await test.AddAsync(SomeEntries.Appeal with { Evidence = [SomeEntries.Photo] });
        await test.AddAsync(SomeEntries.Appeal with { Unit = "", Period = "2026" });
        await AnswerAsync(test, 1, Granted);

        test.Reopen();

        var first = test.Database.Read(connection => AppealTable.OfPeriod(connection, "2026-Q3"))[0];
        Assert.Equal((1, SomeEntries.Unit, "S0-23", SomeEntries.Appeal.Reason, "an", SomeEntries.At), (first.No, first.Unit, first.Target, first.Reason, first.Author, first.At));
        Assert.Equal([SomeEntries.Photo], first.Evidence);
        Assert.Equal(Granted, first.Answer);
        var open = Assert.Single(test.Database.Read(AppealTable.Open));
        Assert.Equal((2, "", null), (open.No, open.Unit, open.Answer));
        Assert.Equal(2, test.Database.Read(connection => AppealTable.Find(connection, 2))!.No);
    }

    [Fact]
    public async Task Given_an_answered_appeal_When_answered_again_Then_it_is_refused_as_is_an_answer_to_nothing()
    {
        await using var test = await SomeEntries.NewAsync();
        await test.AddAsync(SomeEntries.Appeal);
        await AnswerAsync(test, 1, Granted);

        var twice = await Assert.ThrowsAsync<SqliteException>(() => AnswerAsync(test, 1, Granted with { Accepted = false }));
        await Assert.ThrowsAsync<SqliteException>(() => AnswerAsync(test, 2, Granted));

        Assert.Contains("answered once", twice.Message, StringComparison.Ordinal);
        Assert.Equal(1, test.Count("appeal_answer"));
    }

    [Theory]
    [InlineData("UPDATE appeal SET reason = 'x'", "stays as it was made")]
    [InlineData("DELETE FROM appeal", "cannot be deleted")]
    [InlineData("INSERT OR REPLACE INTO appeal SELECT no, unit, target, period, 'x', evidence, author, entered_at FROM appeal", "follows the last one")]
    [InlineData("UPDATE appeal_answer SET accepted = 0", "the answer stays")]
    [InlineData("DELETE FROM appeal_answer", "cannot be deleted")]
    [InlineData("INSERT OR REPLACE INTO appeal_answer SELECT appeal, 0, reason, author, entered_at FROM appeal_answer", "answered once")]
    public async Task Given_an_answered_appeal_When_somebody_tries_to_change_it_Then_the_database_refuses_and_says_why(string sql, string reason)
    {
        await using var test = await SomeEntries.NewAsync();
        await test.AddAsync(SomeEntries.Appeal);
        await AnswerAsync(test, 1, Granted);

        Assert.Contains(reason, await test.RefusalAsync(sql), StringComparison.Ordinal);

        Assert.Equal(Granted, test.Database.Read(connection => AppealTable.Find(connection, 1))!.Answer);
    }

    private static Task<int> AnswerAsync(TestDatabase test, long no, AppealAnswer answer) => test.Database.WriteAsync(connection =>
    {
        AppealTable.Answer(connection, no, answer);
        return 0;
    });
}

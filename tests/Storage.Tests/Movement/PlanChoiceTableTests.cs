using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;

namespace EmulationPlatform.Storage.Tests.Movement;

public sealed class PlanChoiceTableTests
{
    private static readonly StoredChoice First = new("vi-du", "nam-goc-giay", "nam-2025", "Họp 12/3", "vp", SomeEntries.At);

    [Fact]
    public async Task Given_choices_When_one_is_made_again_or_taken_back_Then_the_newest_of_each_point_counts_and_all_stay()
    {
        await using var test = await SomeEntries.NewAsync();
        StoredChoice[] choices =
        [
            First, First with { Decision = "cach-doc", Option = "chat" }, First with { Option = "nam-2024", Reason = "Đọc lại" }, First with { Plan = "khac" },
            First with { Decision = "cach-doc", Option = null, Reason = "Chờ Giám đốc" },
        ];
        foreach (var choice in choices)
        {
            await test.AddAsync(choice);
        }

        test.Reopen();

        Assert.Equal([choices[2]], test.Database.Read(connection => PlanChoiceTable.InForce(connection, "vi-du")));
        Assert.Equal([choices[0], choices[1], choices[2], choices[4]], test.Database.Read(connection => PlanChoiceTable.Of(connection, "vi-du")));
        Assert.Equal(6, await test.AddAsync(First));
    }

    [Theory]
    [InlineData("UPDATE plan_choice SET option = 'x'", "enter a new one")]
    [InlineData("DELETE FROM plan_choice", "cannot be deleted")]
    [InlineData("INSERT OR REPLACE INTO plan_choice SELECT no, plan, decision, 'x', reason, author, entered_at FROM plan_choice", "follows the last one")]
    public async Task Given_a_choice_When_somebody_tries_to_change_it_Then_the_database_refuses_and_says_why(string sql, string reason)
    {
        await using var test = await SomeEntries.NewAsync();
        await test.AddAsync(First);

        Assert.Contains(reason, await test.RefusalAsync(sql), StringComparison.Ordinal);

        Assert.Equal([First], test.Database.Read(connection => PlanChoiceTable.InForce(connection, "vi-du")));
    }
}

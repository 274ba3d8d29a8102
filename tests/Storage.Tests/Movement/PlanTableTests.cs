using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;

namespace EmulationPlatform.Storage.Tests.Movement;

public sealed class PlanTableTests
{
    [Fact]
    public async Task Given_plans_put_to_use_one_after_the_other_When_all_are_asked_for_Then_they_come_in_that_order_with_their_moments()
    {
        await using var test = await SomeEntries.NewAsync();
        UsedPlan[] used =
        [
            new(new("vi-du", 1, "plan: vi-du"), new Instant(10)), new(new("khac", 4, "plan: khac"), new Instant(20)), new(new("vi-du", 1, "plan: vi-du"), new Instant(30)),
        ];
        foreach (var (plan, from) in used)
        {
            await test.Database.WriteAsync(connection =>
            {
                PlanTable.Use(connection, plan, from);
                return 0;
            });
        }

        test.Reopen();

        Assert.Equal(used, test.Database.Read(PlanTable.All));
        Assert.Equal(used[2].Plan, test.Database.Read(PlanTable.InUse));
    }
}

using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Tests.Support;

namespace EmulationPlatform.Units.Tests.Agencies;

/// <summary>A source gets another unit, another factor, or both: what it sent before is booked where it now belongs.</summary>
public sealed class MoveTests
{
    private const string Meter = "m/1";

    [Fact]
    public async Task Given_a_host_that_runs_for_months_When_a_source_gets_its_unit_Then_all_its_months_count()
    {
        await using var test = await TestAgency.StartAsync("van-phong");
        test.Clock.Now = Some.Local(7, 31, 12);
        await test.SendAsync(Meter, Some.Local(7, 31, 10), 100);
        test.Clock.Now = Some.Local(9, 15, 12);
        await test.SendAsync(Meter, Some.Local(9, 10, 10), 110);
        await test.SendAsync(Meter, Some.Local(9, 15, 10), 115);

        await test.AssignAsync(Meter, "van-phong");

        Assert.Equal(15m, await test.UseAsync("van-phong"));
        var detail = await test.Agency.UnitAsync("van-phong", default);
        Assert.Equal(Some.Local(9, 15, 10), detail!.Metrics.Single(metric => metric.Metric.Id == "electricity").Facts.LatestReadingAt);
    }

    [Fact]
    public async Task Given_two_units_that_had_a_source_one_after_the_other_When_its_factor_changes_Then_both_are_counted_anew()
    {
        await using var test = await TestAgency.StartAsync("mot", "hai");
        await test.SendAsync(Meter, Some.Local(7, 31, 8), 100);
        await test.SendAsync(Meter, Some.Local(7, 31, 9), 110);
        await test.SendAsync(Meter, Some.Local(7, 31, 10), 113);
        await test.AssignAsync(Meter, "mot");
        await test.AssignAsync(Meter, "hai", Some.Local(7, 31, 9));

        await test.PutAsync(Meter, Some.NoChange with { Factor = 2m });

        Assert.Equal(20m, await test.UseAsync("mot"));
        Assert.Equal(6m, await test.UseAsync("hai"));
    }

    [Fact]
    public async Task Given_a_source_whose_first_message_was_given_up_When_it_gets_a_unit_Then_it_gets_it_and_its_readings_count()
    {
        await using var test = await TestAgency.StartAsync("van-phong");
        var cancelled = new CancellationToken(canceled: true);
        var message = test.Message(TestAgency.Shows(Meter, Some.Local(7, 31, 8), 1), TestAgency.Shows("m/2", Some.Local(7, 31, 8), 1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await test.Sink.SubmitAsync(message, cancelled));

        Assert.Equal("van-phong", (await test.AssignAsync(Meter, "van-phong"))?.Unit);
        await test.SendAsync(Meter, Some.Local(7, 31, 9), 1);
        await test.SendAsync(Meter, Some.Local(7, 31, 10), 3);

        Assert.Equal(2m, await test.UseAsync("van-phong"));
        await test.RestartAsync();
        Assert.Equal(2m, await test.UseAsync("van-phong"));
    }

    [Fact]
    public async Task Given_a_unit_nobody_knows_When_a_source_is_given_to_it_Then_that_is_refused_and_nothing_else_happens()
    {
        await using var test = await TestAgency.StartAsync("van-phong");
        await test.SendAsync(Meter, Some.Local(7, 31, 8), 100);
        await test.AssignAsync(Meter, "van-phong");

        await Assert.ThrowsAsync<ArgumentException>(() => test.AssignAsync(Meter, "khong-co"));

        Assert.True(test.Agency.IsOpen);
        await test.SendAsync(Meter, Some.Local(7, 31, 9), 101);
        Assert.Equal(1m, await test.UseAsync("van-phong"));
    }

    [Fact]
    public async Task Given_readings_that_a_factor_makes_uncountable_When_it_is_set_Then_that_is_refused_and_the_host_goes_on()
    {
        await using var test = await TestAgency.StartAsync("van-phong");
        await test.SendAsync(Meter, Some.Local(7, 31, 8), 1_000_000);
        await test.SendAsync(Meter, Some.Local(7, 31, 9), 1_000_001);
        await test.AssignAsync(Meter, "van-phong");

        await Assert.ThrowsAsync<ArgumentException>(() => test.PutAsync(Meter, Some.NoChange with { Factor = 1e9m }));

        Assert.True(test.Agency.IsOpen);
        await test.RestartAsync();
        Assert.Equal(1m, await test.UseAsync("van-phong"));
    }

    [Fact]
    public async Task Given_a_source_that_moves_and_moves_back_When_counted_Then_only_its_unit_has_it()
    {
        await using var test = await TestAgency.StartAsync("mot", "hai");
        await test.SendAsync(Meter, Some.Local(7, 31, 8), 100);
        await test.SendAsync(Meter, Some.Local(7, 31, 9), 110);

        await test.AssignAsync(Meter, "mot");
        await test.AssignAsync(Meter, "hai");
        Assert.Equal((0m, 10m), (await test.UseAsync("mot"), await test.UseAsync("hai")));
        await test.AssignAsync(Meter, "mot");
        Assert.Equal((10m, 0m), (await test.UseAsync("mot"), await test.UseAsync("hai")));
        await test.AssignAsync(Meter, "");
        Assert.Equal((0m, 0m), (await test.UseAsync("mot"), await test.UseAsync("hai")));
    }

    [Fact]
    public async Task Given_a_stop_between_forgetting_and_refolding_When_started_again_Then_both_units_get_their_parts()
    {
        await using var test = await TestAgency.StartAsync("mot", "hai");
        await test.SendAsync(Meter, Some.Local(7, 31, 8), 100);
        await test.SendAsync(Meter, Some.Local(7, 31, 9), 110);
        await test.SendAsync(Meter, Some.Local(7, 31, 10), 113);
        await test.AssignAsync(Meter, "mot");
        await test.AssignAsync(Meter, "hai", Some.Local(7, 31, 9));

        await test.RestartAsync(connection => HourTable.Clear(connection, 1));

        Assert.Equal(13m, await test.TotalAsync(Meter));
        await Eventually.TrueAsync(async () => await test.UseAsync("mot") == 10m, "the former unit's part");
        Assert.Equal(3m, await test.UseAsync("hai"));
    }
}

using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Tests.Agencies;

/// <summary>A figure that came about by a decision about a falling register says so.</summary>
public sealed class FallTests
{
    private const string Meter = "m/1";

    [Theory]
    [InlineData(2, 5, "resetAssumed")]
    [InlineData(2, 110, "dip")]
    public async Task Given_a_register_that_fell_When_later_readings_decide_Then_the_hours_carry_the_decision(int low, int after, string flag)
    {
        await using var test = await TestAgency.StartAsync();
        await test.SendAsync(Meter, Some.Local(7, 31, 8), 100);
        await test.SendAsync(Meter, Some.Local(7, 31, 9), low);
        await test.SendAsync(Meter, Some.Local(7, 31, 10), after);

        var view = await test.Agency.ConsumptionAsync(Some.Meter(Meter).Id, Some.Local(7, 31, 7), Some.Local(7, 31, 11), Granularity.Total, default).InTimeAsync();

        Assert.Contains(flag, view!.Rows[0].Flags);
    }

    [Fact]
    public async Task Given_a_register_that_started_again_When_it_grows_Then_only_the_hour_of_the_fall_is_assumed()
    {
        await using var test = await TestAgency.StartAsync();
        await test.SendAsync(Meter, Some.Local(7, 31, 8), 100);
        await test.SendAsync(Meter, Some.Local(7, 31, 9), 2);
        await test.SendAsync(Meter, Some.Local(7, 31, 10), 5);

        var view = await test.Agency.ConsumptionAsync(Some.Meter(Meter).Id, Some.Local(7, 31, 8), Some.Local(7, 31, 10), Granularity.Hour, default).InTimeAsync();

        Assert.Equal([["resetAssumed"], []], view!.Rows.Select(row => row.Flags));
    }

    [Fact]
    public async Task Given_a_register_that_fell_When_nothing_decides_yet_Then_the_hours_are_suspect()
    {
        await using var test = await TestAgency.StartAsync();
        await test.SendAsync(Meter, Some.Local(7, 31, 8), 100);
        await test.SendAsync(Meter, Some.Local(7, 31, 9), 2);

        var view = await test.Agency.ConsumptionAsync(Some.Meter(Meter).Id, Some.Local(7, 31, 7), Some.Local(7, 31, 11), Granularity.Total, default).InTimeAsync();

        Assert.Contains("suspect", view!.Rows[0].Flags);
        Assert.Equal(0, view.Total.Micro);
    }
}

using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Tests.Registry;

/// <summary>Main meters, sub-meters and channels as people meet them.</summary>
public sealed class TreeStories
{
    private const string Main = "m/main";
    private const string Sub = "m/sub";

    [Fact]
    public async Task Given_a_sub_meter_of_another_unit_When_it_alone_sends_Then_the_main_meters_unit_follows_without_anybody_asking()
    {
        await using var test = await TestAgency.StartAsync("mot", "hai");
        await SendAsync(test, 8, 0, 0);
        await SendAsync(test, 9, 100, 10);
        await test.AssignAsync(Main, "mot");
        await test.PutAsync(Sub, Some.NoChange with { Parent = Some.Meter(Main).Id });
        await BoardSaysAsync(test, "mot", 100m);

        await test.AssignAsync(Sub, "hai");
        await BoardSaysAsync(test, "mot", 90m);
        await test.SendAsync(Sub, Some.Local(7, 31, 9, 30), 25);

        await BoardSaysAsync(test, "hai", 25m);
        await BoardSaysAsync(test, "mot", 75m);
        await test.AssignAsync(Sub, "");
        await BoardSaysAsync(test, "mot", 100m);
    }

    [Fact]
    public async Task Given_a_meter_that_changes_units_in_the_middle_of_the_day_When_it_goes_on_Then_each_unit_has_its_hours()
    {
        await using var test = await TestAgency.StartAsync("mot", "hai");
        await SendAsync(test, 8, 0, 0);
        await SendAsync(test, 9, 100, 10);
        await test.AssignAsync(Main, "mot");
        await test.AssignAsync(Main, "hai", Some.Local(7, 31, 9));
        await SendAsync(test, 10, 130, 20);

        await BoardSaysAsync(test, "hai", 30m);
        await BoardSaysAsync(test, "mot", 100m);

        // A reading from before the change counts for the unit of that time.
        await test.SendAsync(Main, Some.Local(7, 31, 7), -5);
        await BoardSaysAsync(test, "mot", 105m);
    }

    [Fact]
    public async Task Given_a_total_and_its_channel_When_one_unit_has_both_Then_only_the_total_counts()
    {
        await using var test = await TestAgency.StartAsync("mot", "hai");
        var channel = Some.Meter(Main, "L1");
        await test.SendAsync(test.Message(new Observation(channel, Some.Local(7, 31, 8), RegisterValue.From(0)), TestAgency.Shows(Main, Some.Local(7, 31, 8), 0)));
        await test.SendAsync(test.Message(new Observation(channel, Some.Local(7, 31, 9), RegisterValue.From(40)), TestAgency.Shows(Main, Some.Local(7, 31, 9), 100)));
        await test.AssignAsync(Main, "mot");

        await test.Agency.PutSourceAsync(channel.Id, Some.NoChange with { Unit = "mot" }, "someone", default).InTimeAsync();
        await BoardSaysAsync(test, "mot", 100m);

        await test.Agency.PutSourceAsync(channel.Id, Some.NoChange with { Unit = "hai", Reason = "moved" }, "someone", default).InTimeAsync();
        await BoardSaysAsync(test, "mot", 60m);
        await BoardSaysAsync(test, "hai", 40m);
    }

    [Fact]
    public async Task Given_main_meters_in_a_circle_or_shares_that_cannot_be_When_set_Then_that_is_refused_and_the_next_start_is_well()
    {
        await using var test = await TestAgency.StartAsync("mot", "hai");
        var channel = Some.Meter(Main, "L1");
        await SendAsync(test, 8, 0, 0);
        await test.SendAsync(test.Message(new Observation(channel, Some.Local(7, 31, 8), RegisterValue.From(0))));
        await test.PutAsync(Sub, Some.NoChange with { Parent = Some.Meter(Main).Id });

        await RefusedAsync(test, Some.NoChange with { Parent = Some.Meter(Main).Id });
        await RefusedAsync(test, Some.NoChange with { Parent = Some.Meter(Sub).Id });
        await RefusedAsync(test, Some.NoChange with { Parent = channel.Id });
        await RefusedAsync(test, Share(ShareKey.Whole, 1, 1));
        await RefusedAsync(test, Share(ShareKey.Fixed, 0, 0));
        await RefusedAsync(test, Share(ShareKey.Fixed, 2, -1));
        await RefusedAsync(test, Some.NoChange with { Sharing = new Sharing(ShareKey.Fixed, [], "nobody") });
        await RefusedAsync(test, Some.NoChange with { Sharing = new Sharing(ShareKey.Fixed, [new("mot", 1), new("mot", 1)], "twice") });

        await test.RestartAsync();
        Assert.True(test.Agency.IsOpen);
    }

    private static SourceChange Share(ShareKey key, decimal one, decimal two) =>
        Some.NoChange with { Sharing = new Sharing(key, [new("mot", one), new("hai", two)], "agreed") };

    private static Task<ArgumentException> RefusedAsync(TestAgency test, SourceChange change) => Assert.ThrowsAsync<ArgumentException>(() => test.PutAsync(Main, change));

    private static async Task SendAsync(TestAgency test, int hour, decimal main, decimal sub) =>
        Assert.True(await test.SendAsync(test.Message(TestAgency.Shows(Main, Some.Local(7, 31, hour), main), TestAgency.Shows(Sub, Some.Local(7, 31, hour), sub))));

    private static Task BoardSaysAsync(TestAgency test, string unit, decimal use) => Eventually.TrueAsync(
        () => test.Agency.Board.Units.FirstOrDefault(row => row.Unit == unit)?.Card.Targets[0].Result.Value == use, $"the board to say {use} for {unit}");
}

using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Tests.Facilities;

/// <summary>Some sources are nobody's, and that is right: they wait for no unit and are measured all the same.</summary>
public sealed class LeftStories : FacilitiesStory
{
    [Fact]
    public async Task Given_a_source_without_a_unit_When_it_is_left_so_Then_it_waits_for_none_and_is_measured_on()
    {
        await Test.SendAsync(Meter, At(10), 100);

        await PutAsync(Leave);
        await Test.RestartAsync();
        await Test.SendAsync(Meter, At(11), 112);

        Assert.Empty(await ListAsync(unassigned: true));
        Assert.True(Assert.Single(await ListAsync(unassigned: false)).IsLeft);
        Assert.Equal(12m, await Test.TotalAsync(Meter));
        Assert.Equal(MeterState.Live, (await Desk.MeterAsync(Id, default).InTimeAsync())!.State);
        Assert.Equal(("source.set", "lamps of the street"), Audit().Select(row => (row.Entry.Act, row.Entry.Reason)).Last());
    }

    [Theory]
    [InlineData("plug7/events/rpc", "plug7/status/switch:0", 1200.5, true)]
    [InlineData("tele/plug7/SENSOR", "stat/plug7/STATUS10", 1200.5, true)]
    [InlineData("plug7/events/rpc", "plug8/events/rpc", 1200.5, false)]
    [InlineData("plug7/events/rpc", "plug7/status/switch:0", 1200.7, false)]
    [InlineData("plug7/events/rpc", "plug7/status/switch:0", 0, false)]
    public async Task Given_an_assigned_register_When_another_topic_of_the_device_shows_the_same_Then_that_is_said_before_it_is_assigned(
        string topic, string other, double value, bool isTwin)
    {
        var shows = (decimal)value;
        await Test.SendAsync(topic, At(10), shows == 0m ? 0m : 1200.5m);
        await Test.SendAsync(other, At(10, 1), shows);
        Assert.All(await Desk.MetersAsync(new SourceQuery(true, null, null), default), meter => Assert.Null(meter.Guess?.Twin));

        await Test.AssignAsync(topic, Unit);

        var waiting = Assert.Single(await Desk.MetersAsync(new SourceQuery(true, null, null), default).InTimeAsync());
        Assert.Equal(isTwin ? Some.Meter(topic).Id : null, waiting.Guess?.Twin);
    }

    [Fact]
    public async Task Given_a_source_that_was_left_When_that_is_taken_back_Then_it_waits_for_a_unit_again()
    {
        await Test.SendAsync(Meter, At(10), 100);
        await PutAsync(Leave);
        var act = (await Desk.SettingsAsync(Id, default).InTimeAsync())[0];

        Assert.True((await Desk.SetAgainAsync(Id, act.No, "it is ours after all", Author, default).InTimeAsync())!.IsDone);

        Assert.Single(await ListAsync(unassigned: true));
        Assert.Equal(MeterState.Unassigned, (await Desk.MeterAsync(Id, default).InTimeAsync())!.State);
    }

    [Fact]
    public async Task Given_a_source_that_was_left_When_a_person_gives_it_to_a_unit_Then_it_counts_as_if_it_had_waited()
    {
        await Test.SendAsync(Meter, At(10), 100);
        await Test.SendAsync(Meter, At(11), 112);
        await PutAsync(Leave);

        var left = (await Test.Agency.SourceAsync(Id, default))!;
        await PutAsync(left.Meant(Some.NoChange with { Unit = Unit }));

        Assert.Equal(12m, await Test.UseAsync(Unit));
        await PutAsync(Some.NoChange with { Counted = CountRule.No, Reason = "a check meter" });
        var check = (await Test.Agency.SourceAsync(Id, default))!;
        await PutAsync(check.Meant(Some.NoChange with { Unit = "hai", Reason = "moved" }));
        Assert.Equal(CountRule.No, (await Test.Agency.SourceAsync(Id, default))!.Counted);
    }

    [Fact]
    public async Task Given_a_shared_meter_When_a_units_meters_are_listed_Then_each_of_its_units_has_it()
    {
        await ShowsAsync(100, 110);

        await PutAsync(Some.NoChange with { Sharing = new Sharing(ShareKey.Fixed, [new(Unit, 60), new("hai", 40)], "agreed"), Reason = "agreed" });

        Assert.Equal((6m, 4m), (await Test.UseAsync(Unit), await Test.UseAsync("hai")));
        Assert.All([Unit, "hai"], unit => Assert.Contains(Test.Agency.UnitAsync(unit, default).Result!.Sources, source => source.Id == Id));
        Assert.Contains("\"reason\":\"agreed\"", Audit()[^1].Entry.After, StringComparison.Ordinal);
    }

    private static SourceChange Leave => Some.NoChange with { Counted = CountRule.No, Reason = "lamps of the street" };

    private Task<SourceView?> PutAsync(SourceChange change) => Test.Agency.PutSourceAsync(Id, change, Author, default).InTimeAsync();

    private Task<IReadOnlyList<SourceView>> ListAsync(bool unassigned) => Test.Agency.SourcesAsync(new SourceQuery(unassigned, null, null), default).InTimeAsync();
}

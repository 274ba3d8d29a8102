using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Tests.Facilities;

/// <summary>Sources that people make of others, with the unit that has them.</summary>
public sealed class VirtualStories : FacilitiesStory
{
    private const string Sub = "m/2";
    private const string Rest = "virtual-rest";

    [Fact]
    public async Task Given_a_main_meter_and_its_sub_meter_When_the_rest_is_made_with_a_unit_Then_the_unit_has_it_and_the_log_tells_both()
    {
        await SendAsync();

        Assert.True((await MakeAsync(Wanted with { Unit = "hai" })).IsDone);

        Assert.Equal(70m, await Test.UseAsync("hai"));
        Assert.Equal(["source.made", "source.set"], Audit().Where(row => row.Entry.Subject == "source/" + Rest).Select(row => row.Entry.Act));
    }

    [Theory]
    [InlineData(Unit, "terms")]
    [InlineData("nobody", "unit")]
    public async Task Given_a_term_that_counts_already_or_no_such_unit_When_the_sum_is_made_for_a_unit_Then_nothing_is_made(string unit, string field)
    {
        await SendAsync();
        await Test.AssignAsync(Meter, Unit);

        var result = await MakeAsync(Wanted with { Unit = unit });

        Assert.Equal(field, result.Field);
        Assert.Null(await Test.Agency.SourceAsync(Rest, default));
    }

    [Fact]
    public async Task Given_a_day_When_the_sum_is_made_for_a_unit_from_it_Then_only_what_follows_counts()
    {
        await SendAsync();

        await MakeAsync(Wanted with { Unit = "hai", AssignedFrom = At(10) });

        Assert.Equal(35m, await Test.UseAsync("hai"));
    }

    private static VirtualSource Wanted => new(Rest, "electricity", "Phần còn lại", [new(Id, 1m), new(Some.Meter(Sub).Id, -1m)], "what no sub-meter measures");

    private Task<EntryResult> MakeAsync(VirtualSource wanted) => Desk.AddVirtualAsync(wanted, Author, default).InTimeAsync();

    private async Task SendAsync()
    {
        foreach (var (hour, main, sub) in new[] { (9, 0m, 0m), (10, 50m, 15m), (11, 100m, 30m) })
        {
            Assert.True(await Test.SendAsync(Test.Message(TestAgency.Shows(Meter, At(hour), main), TestAgency.Shows(Sub, At(hour), sub))));
        }
    }
}

using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Tests.Facilities;

/// <summary>Settings rewrite all that was counted: with a reason, in the history, and back again.</summary>
public sealed class SettingsStories : FacilitiesStory
{
    public static TheoryData<SourceChange> Altering =>
    [
        Some.NoChange with { Factor = 40m }, Some.NoChange with { RegisterWidth = 1_000m }, Some.NoChange with { MaxRatePerHour = 5m }, Some.NoChange with { Measure = "Wh" },
        Some.NoChange with { Direction = FlowDirection.Export }, Some.NoChange with { Counted = Storage.ReadingLog.CountRule.No }, Some.NoChange with { Unit = "hai" },
        Some.NoChange with { Unit = "" },
    ];

    [Theory]
    [MemberData(nameof(Altering))]
    public async Task Given_a_meter_that_counts_When_what_it_counted_would_change_without_a_reason_Then_it_is_refused(SourceChange change)
    {
        await ShowsAsync(100, 110);

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => PutAsync(change));

        Assert.Equal("reason", refused.ParamName);
        Assert.Equal(10m, await Test.UseAsync(Unit));
        await PutAsync(change with { Reason = "looked at the plate" });
    }

    [Fact]
    public async Task Given_a_meter_nobody_has_or_a_change_of_its_name_When_set_Then_no_reason_is_needed()
    {
        await Test.SendAsync(Meter, At(0), 100);
        await PutAsync(Some.NoChange with { Factor = 40m });
        await PutAsync(Some.NoChange with { Unit = Unit });

        await PutAsync(Some.NoChange with { Label = "Tầng 2", Place = "Tủ điện" });

        Assert.Equal(["label", "place"], (await HistoryAsync())[0].Differences.Select(difference => difference.Name));
    }

    [Fact]
    public async Task Given_a_wrong_factor_When_the_former_value_is_set_again_Then_what_was_counted_is_as_before_and_both_acts_are_listed()
    {
        await ShowsAsync(100, 110);
        await PutAsync(Some.NoChange with { Factor = 40m, Reason = "transformers" });
        Assert.Equal(400m, await Test.UseAsync(Unit));
        await PutAsync(Some.NoChange with { Label = "Tầng 2" });
        var act = (await HistoryAsync())[1];
        Assert.Equal(("someone", "transformers", new SettingsDifference("factor", "1", "40")), (act.Author, act.Reason, Assert.Single(act.Differences)));

        Assert.True((await Desk.SetAgainAsync(Id, act.No, "there are none", Author, default).InTimeAsync())!.IsDone);

        Assert.Equal(10m, await Test.UseAsync(Unit));
        Assert.Equal((Author, new SettingsDifference("factor", "40", "1")), ((await HistoryAsync())[0].Author, Assert.Single((await HistoryAsync())[0].Differences)));
        Assert.Equal("Tầng 2", (await Test.Agency.SourceAsync(Id, default))!.Label);
        Assert.Null(await Desk.SetAgainAsync(Id, act.No + 100, "nothing", Author, default).InTimeAsync());
    }

    [Fact]
    public async Task Given_dated_stretches_When_a_unit_without_a_date_replaced_them_Then_they_can_be_set_again()
    {
        await ShowsAsync(100, 110, 130, 160);
        await Test.AssignAsync(Meter, "hai", At(2));
        var before = (await Test.Agency.SourceAsync(Id, default))!.Assignments;
        await Assert.ThrowsAsync<ArgumentException>(() => PutAsync(Some.NoChange with { Unit = Unit }));
        await PutAsync(Some.NoChange with { Unit = Unit, Reason = "it was ours all the time" });
        Assert.Equal(60m, await Test.UseAsync(Unit));

        Assert.True((await Desk.SetAgainAsync(Id, (await HistoryAsync())[0].No, "it was not", Author, default).InTimeAsync())!.IsDone);

        Assert.Equal((30m, 30m), (await Test.UseAsync(Unit), await Test.UseAsync("hai")));
        Assert.Equal(before, (await Test.Agency.SourceAsync(Id, default))!.Assignments);
    }

    private Task<SourceView?> PutAsync(SourceChange change) => Test.Agency.PutSourceAsync(Id, change, "someone", default).InTimeAsync();

    private Task<IReadOnlyList<SettingsAct>> HistoryAsync() => Desk.SettingsAsync(Id, default).InTimeAsync();
}

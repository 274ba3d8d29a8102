using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Tests.Facilities;

/// <summary>Readings and bills that people enter.</summary>
public sealed class HandStories : FacilitiesStory
{
    [Fact]
    public async Task Given_a_gap_of_months_When_bills_are_entered_for_each_Then_every_month_is_its_bill_and_the_whole_stays()
    {
        await Test.SendAsync(Meter, Some.Local(1, 1), 1_000);
        await Test.SendAsync(Meter, Some.Local(4, 11), 1_400);
        await Test.AssignAsync(Meter, Unit);
        Assert.Equal([FindingKind.LongGap], await OpenAsync());

        Assert.True((await BillAsync(1, 2, 100))!.IsDone);
        Assert.True((await BillAsync(2, 3, 50))!.IsDone);
        Assert.True((await BillAsync(3, 4, 200))!.IsDone);

        Assert.Equal([100m, 50m, 200m, 50m], await MonthsAsync());
        Assert.Empty(await OpenAsync());
        Assert.Equal(4, Audit().Count(row => row.Entry.Act is "reading.bill" or "source.set"));
        await Test.RestartAsync();
        Assert.Equal([100m, 50m, 200m, 50m], await MonthsAsync());
    }

    [Fact]
    public async Task Given_a_dated_factor_When_a_bill_is_entered_after_it_Then_the_bill_counts_as_it_says()
    {
        await Test.SendAsync(Meter, Some.Local(1, 1), 1_000);
        await Test.SendAsync(Meter, Some.Local(4, 1), 1_400);
        await EnterAsync(new EventEntry(SourceEventKind.Factor, Some.Local(1, 15), "transformers") { Factor = 10 });

        Assert.Equal("fromDay", (await BillAsync(1, 2, 100))!.Field);
        Assert.True((await BillAsync(2, 3, 700))!.IsDone);

        Assert.Equal(700m, (await MonthsAsync())[1]);
    }

    [Theory]
    [InlineData(1, 2, 500, "amount")]
    [InlineData(1, 2, -1, "amount")]
    [InlineData(2, 2, 10, "toDay")]
    [InlineData(7, 9, 10, "toDay")]
    [InlineData(6, 7, 10, "fromDay")]
    [InlineData(1, 4, 10, "toDay")]
    public async Task Given_a_bill_that_cannot_be_When_entered_Then_it_is_refused_by_its_field_and_nothing_is_stored(int from, int to, int amount, string field)
    {
        await Test.SendAsync(Meter, Some.Local(1, 1), 1_000);
        await Test.SendAsync(Meter, Some.Local(4, 1), 1_400);

        Assert.Equal(field, (await BillAsync(from, to, amount))!.Field);

        Assert.Equal(2, Test.Stored(Meter).Count);
        Assert.DoesNotContain(Audit(), row => row.Entry.Act == "reading.bill");
    }

    [Fact]
    public async Task Given_a_register_read_by_hand_When_entered_Then_it_counts_with_its_author_as_origin_and_another_value_corrects_it()
    {
        await ShowsAsync(100, 110);

        Assert.True((await Desk.ReadAsync(Id, new ManualReading(At(3), 130, "gateway is off", "abc"), Author, default).InTimeAsync())!.IsDone);
        var again = await Desk.ReadAsync(Id, new ManualReading(At(3), 131, "again", null), Author, default).InTimeAsync();
        var future = await Desk.ReadAsync(Id, new ManualReading(At(13), 131, "soon", null), Author, default).InTimeAsync();

        Assert.True(again!.IsDone);
        Assert.Equal("value", future!.Field);
        Assert.Equal("manual:" + Author, Test.Stored(Meter)[^1].Origin);
        Assert.Equal(31m, (await HoursAsync()).Sum());
        var correction = Assert.Single((await Desk.EventsAsync(Id, default))!);
        Assert.True((await Desk.UndoAsync(correction.No, "it was 130", Author, default).InTimeAsync())!.IsDone);
        Assert.Equal(30m, (await HoursAsync()).Sum());
        var row = Audit().First(row => row.Entry.Act == "reading.manual").Entry;
        Assert.Equal((Author, "gateway is off"), (row.Author, row.Reason));
        Assert.Contains("130", row.After, StringComparison.Ordinal);
    }

    private Task<EntryResult?> BillAsync(int fromMonth, int toMonth, decimal amount) => Desk.BillAsync(
        Id, new Bill(new DateOnly(2026, fromMonth, 1), new DateOnly(2026, toMonth, 1), amount, "HĐ " + fromMonth, null), Author, default).InTimeAsync();

    private async Task<IReadOnlyList<decimal>> MonthsAsync()
    {
        var view = await Test.Agency.ConsumptionAsync(Id, Some.Local(1, 1), Some.Local(5, 1), Granularity.Month, default).InTimeAsync();
        return [.. view!.Rows.Select(row => row.Amount.ToDecimal())];
    }
}

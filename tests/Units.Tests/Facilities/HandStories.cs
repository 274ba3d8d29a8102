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

    [Theory]
    [InlineData(150, 50)]
    [InlineData(130, 30)]
    public async Task Given_a_reading_by_hand_that_was_taken_back_When_entered_again_Then_it_counts_and_the_taking_back_is_undone_with_audit(int again, int use)
    {
        await ShowsAsync(100, 110);
        await ReadAsync(3, 150, "first");
        await EnterAsync(new EventEntry(SourceEventKind.Ignored, At(3), "typed wrong") { Until = At(3) });
        Assert.Equal(10m, (await HoursAsync()).Sum());

        await ReadAsync(3, again, "read once more");

        Assert.Equal(use, (await HoursAsync()).Sum());
        await Test.RestartAsync();
        Assert.Equal(use, (await HoursAsync()).Sum());
        Assert.Equal("read once more", (await Desk.EventsAsync(Id, default))!.Single(said => said.Entry.Kind == SourceEventKind.Ignored).Undone?.Reason);
        Assert.Equal((Author, "read once more"), Audit().Where(row => row.Entry.Act == "source.undone").Select(row => (row.Entry.Author, row.Entry.Reason)).Single());
        var entries = await EntriesAsync();
        Assert.Equal([true, false], entries.Select(entry => entry.Stands));
    }

    [Fact]
    public async Task Given_a_device_reading_that_was_passed_over_When_a_person_reads_that_moment_Then_it_counts()
    {
        await ShowsAsync(100, 110, 990);
        await EnterAsync(new EventEntry(SourceEventKind.Ignored, At(2), "a wrong telegram") { Until = At(2) });

        await ReadAsync(2, 120, "read at the meter");

        Assert.Equal(20m, (await HoursAsync()).Sum());
    }

    [Fact]
    public async Task Given_a_time_marked_as_wrong_When_a_reading_is_entered_within_Then_it_is_refused_rather_than_swallowed()
    {
        await ShowsAsync(100, 110, 120, 130, 140);
        await EnterAsync(new EventEntry(SourceEventKind.Ignored, At(2), "wrong") { Until = At(3) });

        var result = await Desk.ReadAsync(Id, new ManualReading(At(2, 30), 125, "x", null), Author, default).InTimeAsync();
        var corrected = await Desk.EnterAsync(Id, new EventEntry(SourceEventKind.Corrected, At(2), "x") { Value = 121 }, Author, default).InTimeAsync();

        Assert.Equal(("at", "at"), (result!.Field, corrected!.Field));
        Assert.Equal(5, Test.Stored(Meter).Count);
    }

    [Fact]
    public async Task Given_a_bill_that_was_taken_back_When_entered_again_Then_it_counts_and_settles_the_gap_again()
    {
        await Test.SendAsync(Meter, Some.Local(1, 1), 1_000);
        await Test.SendAsync(Meter, Some.Local(4, 1), 1_400);
        await Test.AssignAsync(Meter, Unit);
        await BillAsync(1, 2, 100);
        await BillAsync(2, 4, 300);
        Assert.Empty(await Desk.WorklistAsync(Id, default).InTimeAsync());
        var months = await MonthsAsync();

        var first = (await EntriesAsync())[^1];
        Assert.Equal("no", (await Desk.TakeBackAsync(Id, first.No, "wrong meter", Author, default).InTimeAsync())!.Field);
        await EnterAsync(new EventEntry(SourceEventKind.Ignored, Some.Local(4, 1), "wrong meter") { Until = Some.Local(4, 1) });
        Assert.Equal([100m], await MonthsAsync());

        Assert.True((await BillAsync(2, 4, 300))!.IsDone);

        Assert.Equal(months, await MonthsAsync());
        Assert.Empty(await Desk.WorklistAsync(Id, default).InTimeAsync());
    }

    [Fact]
    public async Task Given_a_bill_within_a_gap_When_taken_back_by_its_number_Then_all_is_as_before_and_who_did_it_is_seen()
    {
        await Test.SendAsync(Meter, Some.Local(1, 1), 1_000);
        await Test.SendAsync(Meter, Some.Local(4, 11), 1_400);
        await Test.AssignAsync(Meter, Unit);
        var before = await MonthsAsync();
        Assert.Null(await Desk.TakeBackAsync(Id, 1_000, "x", Author, default).InTimeAsync());
        await BillAsync(2, 3, 80);
        var bill = Assert.Single(await EntriesAsync());
        Assert.Equal((Author, "HĐ 2", 80m, true), (bill.Author, bill.Reason, bill.What.Amount, bill.Stands));

        Assert.True((await Desk.TakeBackAsync(Id, bill.No, "wrong meter", "hoa", default).InTimeAsync())!.IsDone);

        Assert.Equal(before, await MonthsAsync());
        Assert.Equal([FindingKind.LongGap], await OpenAsync());
        var taken = Assert.Single(await EntriesAsync());
        Assert.Equal(("hoa", "wrong meter"), (taken.Undone?.Author, taken.Undone?.Reason));
        Assert.False((await Desk.TakeBackAsync(Id, bill.No, "again", "hoa", default).InTimeAsync())!.IsDone);
    }

    [Fact]
    public async Task Given_a_bill_that_ends_at_the_devices_own_reading_When_taken_back_Then_that_reading_still_counts()
    {
        await Test.SendAsync(Meter, Some.Local(1, 1), 1_000);
        await Test.SendAsync(Meter, Some.Local(4, 1), 1_400);
        await Test.AssignAsync(Meter, Unit);
        await BillAsync(1, 4, 400);
        Assert.Empty(await OpenAsync());

        var bill = Assert.Single(await EntriesAsync());
        Assert.True((await Desk.TakeBackAsync(Id, bill.No, "wrong meter", "hoa", default).InTimeAsync())!.IsDone);

        Assert.Equal(400m, (await MonthsAsync()).Sum());
        Assert.Equal([FindingKind.LongGap], await OpenAsync());
        Assert.Equal("hoa", Assert.Single(await EntriesAsync()).Undone?.Author);
    }

    [Fact]
    public async Task Given_a_gap_of_days_When_its_bill_is_entered_Then_nobody_is_asked_for_it_again()
    {
        for (var hour = 0; hour < 12; hour++)
        {
            await Test.SendAsync(Meter, Some.Local(3, 10, hour), 1_000 + hour);
        }

        await Test.SendAsync(Meter, Some.Local(3, 20, 9), 1_100);
        Assert.Equal([FindingKind.Gap], (await Desk.WorklistAsync(Id, default).InTimeAsync()).Select(found => found.Kind));

        var bill = new Bill(new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 20), 80, "HĐ", null);
        Assert.True((await Desk.BillAsync(Id, bill, Author, default).InTimeAsync())!.IsDone);

        Assert.Empty(await Desk.WorklistAsync(Id, default).InTimeAsync());
    }

    /// <summary>Nobody read the meter: the bills are all there is.</summary>
    [Theory]
    [InlineData(130)]
    [InlineData(400)]
    [InlineData(20)]
    public async Task Given_bills_alone_When_an_earlier_one_is_entered_again_Then_each_of_the_others_keeps_what_it_says(int corrected)
    {
        await Test.SendAsync(Meter, Some.Local(1, 1), 0);
        await Test.AssignAsync(Meter, Unit);
        await BillAsync(1, 2, 100);
        await BillAsync(2, 3, 200);
        await BillAsync(3, 4, 300);

        Assert.True((await BillAsync(1, 2, corrected))!.IsDone);

        Assert.Equal([corrected, 200m, 300m], await MonthsAsync());
        Assert.Empty(await OpenAsync());
        await Test.RestartAsync();
        Assert.Equal([corrected, 200m, 300m], await MonthsAsync());
    }

    [Theory]
    [InlineData("1 2 3")]
    [InlineData("3 2 1")]
    [InlineData("1 3 2")]
    public async Task Given_bills_alone_When_they_come_in_any_order_Then_each_month_is_its_bill(string months)
    {
        await Test.SendAsync(Meter, Some.Local(4, 20), 5);
        await EnterAsync(new EventEntry(SourceEventKind.Ignored, Some.Local(4, 20), "not this meter") { Until = Some.Local(4, 20) });
        await Test.AssignAsync(Meter, Unit);
        foreach (var month in months.Split(' ').Select(int.Parse))
        {
            Assert.True((await BillAsync(month, month + 1, 100 * month))!.IsDone);
        }

        Assert.Equal([100m, 200m, 300m], await MonthsAsync());
        Assert.Empty(await OpenAsync());
    }

    [Fact]
    public async Task Given_two_bills_with_a_month_between_When_shown_Then_that_month_is_not_known()
    {
        await Test.SendAsync(Meter, Some.Local(1, 1), 0);
        await Test.AssignAsync(Meter, Unit);
        await BillAsync(1, 2, 100);
        Assert.True((await BillAsync(3, 4, 300))!.IsDone);

        var view = await Test.Agency.ConsumptionAsync(Id, Some.Local(1, 1), Some.Local(4, 1), Granularity.Month, default).InTimeAsync();
        Assert.Equal([(1, 100m), (3, 300m)], view!.Rows.Select(row => (AgencyCalendar.Vietnam.MonthOf(row.Start).Month, row.Amount.ToDecimal())));
    }

    [Fact]
    public async Task Given_a_bill_within_a_gap_When_its_first_day_is_read_later_Then_the_bill_keeps_what_it_says_and_the_rest_moves()
    {
        await Test.SendAsync(Meter, Some.Local(1, 1), 1_000);
        await Test.SendAsync(Meter, Some.Local(4, 1), 1_500);
        await Test.AssignAsync(Meter, Unit);
        await BillAsync(2, 3, 150);

        Assert.True((await Desk.ReadAsync(Id, new ManualReading(Some.Local(2, 1), 1_100, "notebook", null), Author, default).InTimeAsync())!.IsDone);

        Assert.Equal([100m, 150m, 250m], await MonthsAsync());
        Assert.Equal("value", (await Desk.ReadAsync(Id, new ManualReading(Some.Local(2, 1), 1_400, "notebook", null), Author, default).InTimeAsync())!.Field);
        Assert.Equal([100m, 150m, 250m], await MonthsAsync());
    }

    private async Task ReadAsync(int hour, decimal value, string reason) =>
        Assert.True((await Desk.ReadAsync(Id, new ManualReading(At(hour), value, reason, null), Author, default).InTimeAsync())!.IsDone);

    private async Task<IReadOnlyList<HandEntry>> EntriesAsync() => (await Desk.HandEntriesAsync(Id, default).InTimeAsync())!;

    private Task<EntryResult?> BillAsync(int fromMonth, int toMonth, decimal amount) => Desk.BillAsync(
        Id, new Bill(new DateOnly(2026, fromMonth, 1), new DateOnly(2026, toMonth, 1), amount, "HĐ " + fromMonth, null), Author, default).InTimeAsync();

    private async Task<IReadOnlyList<decimal>> MonthsAsync()
    {
        var view = await Test.Agency.ConsumptionAsync(Id, Some.Local(1, 1), Some.Local(5, 1), Granularity.Month, default).InTimeAsync();
        return [.. view!.Rows.Select(row => row.Amount.ToDecimal())];
    }
}

using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Tests.Support;

namespace EmulationPlatform.Units.Tests.Ledger;

public sealed class ConsumptionBuilderTests
{
    private static readonly AgencyCalendar Calendar = AgencyCalendar.Vietnam;
    private static readonly Instant Noon = Some.Local(4, 11);

    [Fact]
    public void Given_one_meter_that_speaks_all_the_time_When_built_Then_every_month_is_covered_and_the_running_one_ends_at_its_newest_reading()
    {
        var newest = Noon.Plus(TimeSpan.FromMinutes(-10));
        var facts = Build(Noon, Share(Some.Local(1, 1), newest));

        Assert.Equal([1, 2, 3, 4], facts.Months.Select(month => month.Month.Month));
        Assert.All(facts.Months, month => Assert.Equal(1m, month.Covered));
        Assert.Equal((newest - Some.Local(4, 1), TimeSpan.FromDays(30)), (facts.Months[3].Elapsed, facts.Months[3].Length));
    }

    [Fact]
    public void Given_a_meter_that_begins_in_the_middle_of_a_month_When_built_Then_what_lies_before_is_not_covered()
    {
        var facts = Build(Some.Local(5, 1), Share(Some.Local(4, 16), Some.Local(5, 1)));

        Assert.Equal([0m, 0m, 0m, 0.5m], facts.Months.Select(month => month.Covered));
    }

    [Fact]
    public void Given_a_meter_silent_for_longer_than_an_hour_When_built_Then_the_time_since_is_missing()
    {
        var facts = Build(Noon, Share(Some.Local(1, 1), Some.Local(4, 6)));

        Assert.Equal(TimeSpan.FromDays(10), facts.Months[3].Elapsed);
        Assert.Equal(0.5m, facts.Months[3].Covered);
        Assert.Equal(Some.Local(4, 6), facts.LatestReadingAt);
    }

    [Fact]
    public void Given_two_meters_of_which_one_is_silent_When_built_Then_the_silent_one_covers_half_and_does_not_hold_the_end_back()
    {
        var facts = Build(Noon, Share(Some.Local(1, 1), Noon), Share(Some.Local(1, 1), Some.Local(4, 1), no: 2));

        Assert.Equal(0.5m, facts.Months[3].Covered);
        Assert.Equal(TimeSpan.FromDays(10), facts.Months[3].Elapsed);
        Assert.Equal(Noon, facts.LatestReadingAt);
    }

    [Fact]
    public void Given_a_second_meter_added_later_When_built_Then_it_is_missed_only_since_it_began()
    {
        var facts = Build(Some.Local(5, 1), Share(Some.Local(1, 1), Some.Local(5, 1)), Share(Some.Local(4, 16), Some.Local(5, 1), no: 2));

        Assert.All(facts.Months, month => Assert.Equal(1m, month.Covered));
        Assert.Equal(["m1", "m2"], facts.Sources);
    }

    [Fact]
    public void Given_a_meter_that_another_unit_has_now_When_built_Then_it_neither_holds_the_end_back_nor_counts_as_fresh()
    {
        var handover = Hour.Of(Some.Local(4, 6));
        var former = Share(Some.Local(1, 1), Noon.Plus(TimeSpan.FromMinutes(-50)), no: 2, own: new Assignment(2, "mot", null, handover));

        var beside = Build(Noon, Share(Some.Local(1, 1), Noon.Plus(TimeSpan.FromMinutes(-5))), former);
        var alone = Build(Noon, former);

        Assert.Equal(Noon.Plus(TimeSpan.FromMinutes(-5)) - Some.Local(4, 1), beside.Months[3].Elapsed);
        Assert.Equal(handover.Start, alone.LatestReadingAt);
    }

    [Fact]
    public void Given_no_meter_When_built_Then_the_months_are_there_and_empty_beside_their_base()
    {
        var baseline = new BaselineRecord("mot", "electricity", 2025, [.. Enumerable.Range(1, 12).Select(month => (Amount?)Amount.From(month))], BaselineOrigin.Total, "hóa đơn");

        var facts = ConsumptionBuilder.Build("electricity", Calendar.Year(2026), Noon, [], baseline, Calendar);

        Assert.Equal([1m, 2m, 3m, 4m], facts.Months.Select(month => month.Baseline!.Value.ToDecimal()));
        Assert.All(facts.Months, month => Assert.Equal((0m, Amount.Zero), (month.Covered, month.Amount)));
        Assert.Null(facts.LatestReadingAt);
        Assert.Equal((2025, true), (facts.BaselineYear, facts.FlatBaseline));
    }

    [Fact]
    public void Given_a_meter_handed_over_in_the_middle_of_a_month_When_built_for_both_units_Then_their_parts_sum_to_the_whole()
    {
        var handover = Hour.Of(Some.Local(4, 6, 7));
        var one = new Assignment(1, "mot", null, handover);
        var two = new Assignment(1, "hai", handover, null);
        var whole = Build(Noon, Share(Some.Local(1, 1), Noon));

        var former = Build(Noon, Share(Some.Local(1, 1), Noon, own: one, other: two));
        var current = Build(Noon, Share(Some.Local(1, 1), Noon, own: two, other: one));

        Assert.Equal(whole.Months.Select(month => month.Amount), former.Months.Zip(current.Months, (left, right) => left.Amount + right.Amount));
        Assert.Equal(1m, former.Months[3].Covered + current.Months[3].Covered);
        Assert.Equal(0m, current.Months[2].Covered);
    }

    private static ConsumptionFacts Build(Instant asOf, params SourceShare[] shares) =>
        ConsumptionBuilder.Build("electricity", Calendar.Year(2026), asOf, shares, null, Calendar);

    /// <summary>A meter that speaks from one moment to another and counts one thousandth each minute.</summary>
    private static SourceShare Share(Instant first, Instant newest, int no = 1, Assignment? own = null, Assignment? other = null)
    {
        var row = new SourceRow(no, "m" + no, "test", "test", "m", "electricity", SourceKind.Counter, FlowDirection.Import, null, "kWh", first);
        var share = new SourceShare(row, [own ?? new Assignment(no, "mot", null, null)], other is null ? [] : [other], new YearMonth(2026, 1)) { FirstAt = first, NewestAt = newest };
        var minutes = (long)(newest - first).TotalMinutes;
        var interval = new Interval(first, newest, new Amount(1_000 * minutes), IntervalMarks.Measured);
        foreach (var (hour, cell) in HourShares.Of(interval).Where(hour => share.Contains(hour.Key)))
        {
            share.Add(Calendar.MonthOf(hour.Start), cell);
        }

        return share;
    }
}

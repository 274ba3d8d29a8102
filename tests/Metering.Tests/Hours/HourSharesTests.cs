using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering.Tests.Hours;

public sealed class HourSharesTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(3_599_999, 0, 0)]
    [InlineData(3_600_000, 1, 3_600_000)]
    [InlineData(-1, -1, -3_600_000)]
    [InlineData(-3_600_000, -1, -3_600_000)]
    [InlineData(-3_600_001, -2, -7_200_000)]
    public void Given_an_instant_When_its_hour_is_asked_Then_the_start_belongs_to_it(long unixMilliseconds, long index, long start)
    {
        var hour = Hour.Of(new Instant(unixMilliseconds));

        Assert.Equal((index, start, start + Hour.Milliseconds), (hour.Index, hour.Start.UnixMilliseconds, hour.End.UnixMilliseconds));
    }

    [Fact]
    public void Given_four_half_hours_from_half_past_When_shared_Then_the_edges_get_their_part()
    {
        var interval = Between(30, 150, micro: 4_000_000, IntervalMarks.Estimated);

        var shares = HourShares.Of(interval).Select(share => share.Value).ToList();

        Assert.Equal([1_000_000L, 2_000_000L, 1_000_000L], shares.Select(cell => cell.Amount.Micro));
        Assert.Equal([1_800_000, 3_600_000, 1_800_000], shares.Select(cell => cell.CoveredMilliseconds));
        Assert.Equal([1_800_000, 3_600_000, 1_800_000], shares.Select(cell => cell.EstimatedMilliseconds));
    }

    [Fact]
    public void Given_an_amount_that_does_not_divide_When_shared_Then_no_micro_unit_is_lost()
    {
        var shares = HourShares.Of(Between(0, 180, micro: 100, IntervalMarks.Estimated)).Select(share => share.Value.Amount.Micro);

        Assert.Equal([33L, 33L, 34L], shares);
    }

    [Fact]
    public void Given_an_unexplained_fall_When_shared_Then_its_time_is_not_covered()
    {
        var cell = Assert.Single(HourShares.Of(Between(0, 30, micro: 0, IntervalMarks.Suspect))).Value;

        Assert.Equal(new HourCell(Amount.Zero, 0, 0, 1_800_000), cell);
    }

    [Theory]
    [InlineData(0, 60, true)]
    [InlineData(59, 60, true)]
    [InlineData(0, 61, false)]
    [InlineData(59, 61, false)]
    public void Given_an_interval_When_it_lies_in_one_hour_Then_that_is_known_and_the_share_is_the_same(int from, int to, bool within)
    {
        var interval = Between(from, to, micro: 7, IntervalMarks.Measured);

        Assert.Equal(within, HourShares.TrySingle(interval, out var share));
        var shares = HourShares.Of(interval).ToList();
        Assert.Equal(within, shares.Count == 1);
        Assert.True(!within || (shares[0].Key, shares[0].Value) == (share.Key, share.Value));
    }

    [Fact]
    public void Given_a_register_read_on_31_March_and_12_April_When_summed_Then_April_gets_its_share()
    {
        var calendar = AgencyCalendar.Vietnam;
        var march = calendar.ToInstant(new DateTime(2026, 3, 31, 23, 50, 0, DateTimeKind.Unspecified));
        var april = calendar.ToInstant(new DateTime(2026, 4, 12, 8, 10, 0, DateTimeKind.Unspecified));

        var cells = Fold.Of(
            [new(march, RegisterValue.From(12_345.0m)), new(april, RegisterValue.From(12_705.0m))], SourceRules.Plain).Cells;

        var inApril = cells.Where(cell => calendar.MonthOf(cell.Key.Start) == new YearMonth(2026, 4)).ToList();
        Assert.Equal(359.8m, decimal.Round(inApril.Sum(cell => cell.Value.Amount.ToDecimal()), 1));
        Assert.Equal(360m, cells.Values.Sum(cell => cell.Amount.ToDecimal()));
        Assert.All(inApril, cell => Assert.Equal(cell.Value.CoveredMilliseconds, cell.Value.EstimatedMilliseconds));
    }

    private static Interval Between(int fromMinute, int toMinute, long micro, IntervalMarks marks) =>
        new(Fold.Start.Plus(TimeSpan.FromMinutes(fromMinute)), Fold.Start.Plus(TimeSpan.FromMinutes(toMinute)), new Amount(micro), marks);
}

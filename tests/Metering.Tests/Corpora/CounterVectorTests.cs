using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering.Tests.Corpora;

/// <summary>What seven other systems were given, judged by what the meter truly counted.</summary>
public sealed class CounterVectorTests
{
    public static TheoryData<string> Decided => [.. CounterVector.All.Values.Where(vector => vector.TrueTotal is not null).Select(vector => vector.Id)];

    public static TheoryData<string> Undecided => [.. CounterVector.All.Values.Where(vector => vector.TrueTotal is null).Select(vector => vector.Id)];

    public static TheoryData<string> WithPeriods => [.. CounterVector.All.Values.Where(vector => vector.Periods.Count > 0).Select(vector => vector.Id)];

    [Theory]
    [MemberData(nameof(Decided))]
    public void Given_published_readings_When_folded_Then_the_total_is_what_was_truly_used(string id)
    {
        var vector = CounterVector.All[id];

        var result = Fold.Of(vector.Readings, vector.Rules);

        Assert.Equal((double)vector.TrueTotal!.Value, (double)(result.Total * vector.CountsPerMeasure), tolerance: 0.000001 * Math.Max(1, (double)Math.Abs(vector.TrueTotal.Value)));
        Assert.All(result.Intervals, interval => Assert.True(interval.Amount >= Amount.Zero));
    }

    [Theory]
    [MemberData(nameof(Undecided))]
    public void Given_readings_nobody_can_explain_When_folded_Then_that_shows_and_nothing_is_negative(string id)
    {
        var vector = CounterVector.All[id];

        var result = Fold.Of(vector.Readings, vector.Rules);

        Assert.Contains(result.Intervals, interval => interval.IsNotable);
        Assert.All(result.Intervals, interval => Assert.True(interval.Amount >= Amount.Zero));
    }

    [Theory]
    [MemberData(nameof(WithPeriods))]
    public void Given_published_readings_When_shared_over_periods_Then_each_has_its_true_part(string id)
    {
        var vector = CounterVector.All[id];
        var intervals = Fold.Of(vector.Readings, vector.Rules).Intervals;
        var ends = vector.Periods.Skip(1).Select(period => period.Start).Append(new Instant(long.MaxValue));

        var amounts = vector.Periods.Zip(ends, (period, end) => (period.Amount, Shared: intervals.Sum(interval => Within(interval, period.Start, end)))).ToList();

        Assert.All(amounts, period => Assert.True(period.Shared >= 0m));
        Assert.All(amounts, period => Assert.Equal((double)period.Amount, (double)period.Shared, tolerance: 0.0001));
    }

    private static decimal Within(Interval interval, Instant start, Instant end)
    {
        var from = Math.Max(start.UnixMilliseconds, interval.Start.UnixMilliseconds);
        var to = Math.Min(end.UnixMilliseconds, interval.End.UnixMilliseconds);
        return to <= from ? 0m : interval.Amount.ToDecimal() * (to - from) / (interval.End.UnixMilliseconds - interval.Start.UnixMilliseconds);
    }
}

using EmulationPlatform.Sdk;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Metering.Tests.Laws;

/// <summary>An interval shared over clock hours stays what it is.</summary>
public sealed class HourShareLaws
{
    private const long Day = 24 * Hour.Milliseconds;

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(500);

    private static readonly Gen<long> Lengths = Gen.OneOf(
        Gen.Choose(1, 10).Select(length => (long)length),
        Gen.Choose(1, (int)Hour.Milliseconds).Select(length => (long)length),
        Gen.Choose(1, 400).SelectMany(_ => Gen.Choose(0, (int)Day - 1), (days, rest) => (days * Day) + rest + 1));

    private static readonly Gen<long> Amounts = Gen.OneOf(
        Gen.Choose(-100, 100).Select(micro => (long)micro),
        Gen.Choose(0, int.MaxValue).Select(micro => (long)micro),
        Gen.Choose(int.MinValue, int.MaxValue).Select(part => part * (long.MaxValue / int.MaxValue / 2)),
        Gen.Elements(long.MaxValue, long.MinValue, long.MaxValue - 1));

    private static readonly Gen<Interval> Intervals =
        from start in Gen.Choose(int.MinValue, int.MaxValue)
        from length in Lengths
        from micro in Amounts
        from marks in Gen.Elements(IntervalMarks.Measured, IntervalMarks.Estimated, IntervalMarks.Suspect, IntervalMarks.Dip)
        let begin = start * 1_000L
        select new Interval(new Instant(begin), new Instant(begin + length), new Amount(micro), marks);

    [Fact]
    public void Given_any_interval_When_shared_Then_hours_sum_to_it_to_the_micro_unit() =>
        Prop.ForAll(Intervals.ToArbitrary(), interval =>
            HourShares.Of(interval).Aggregate(Int128.Zero, (sum, share) => sum + share.Value.Amount.Micro) == interval.Amount.Micro).Check(Many);

    [Fact]
    public void Given_any_interval_When_shared_Then_the_time_of_its_hours_is_its_length_without_gap() =>
        Prop.ForAll(Intervals.ToArbitrary(), interval =>
        {
            var shares = HourShares.Of(interval).ToList();
            var time = shares.Sum(share => (long)share.Value.CoveredMilliseconds + share.Value.SuspectMilliseconds);
            var neighbours = shares.Zip(shares.Skip(1)).All(pair => pair.First.Key.Index + 1 == pair.Second.Key.Index);
            return time == (interval.End - interval.Start).TotalMilliseconds && neighbours
                && shares.TrueForAll(share => share.Value.CoveredMilliseconds + share.Value.SuspectMilliseconds is > 0 and <= (int)Hour.Milliseconds);
        }).Check(Many);

    [Fact]
    public void Given_any_interval_When_shared_Then_no_hour_runs_against_it() =>
        Prop.ForAll(Intervals.ToArbitrary(), interval =>
            HourShares.Of(interval).All(share => long.Sign(share.Value.Amount.Micro) * long.Sign(interval.Amount.Micro) >= 0)).Check(Many);

    [Fact]
    public void Given_any_interval_within_an_hour_When_shared_Then_the_short_way_gives_the_same() =>
        Prop.ForAll(Intervals.ToArbitrary(), interval =>
            HourShares.TrySingle(interval, out var share) ? HourShares.Of(interval).SequenceEqual([share]) : HourShares.Of(interval).Count() > 1).Check(Many);
}

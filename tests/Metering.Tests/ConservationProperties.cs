using EmulationPlatform.Sdk;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Metering.Tests;

/// <summary>Laws that hold for whatever meters send.</summary>
public sealed class ConservationProperties
{
    private const long Day = 24 * Hour.Milliseconds;

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(500);

    private static readonly Gen<long> Lengths = Gen.OneOf(
        Gen.Choose(1, 10).Select(length => (long)length),
        Gen.Choose(1, (int)Hour.Milliseconds).Select(length => (long)length),
        Gen.Choose(1, 400).SelectMany(_ => Gen.Choose(0, (int)Day - 1), (days, rest) => (days * Day) + rest + 1));

    /// <summary>Minutes mostly, days seldom, a year hardly ever: as meters do, and quick to share out.</summary>
    private static readonly Gen<long> Pauses = Gen.Frequency(
        (20, Gen.Choose(1, 2 * (int)Hour.Milliseconds).Select(length => (long)length)),
        (3, Gen.Choose(1, 20 * (int)Day).Select(length => (long)length)),
        (1, Gen.Elements(Hour.Milliseconds, Day, 400 * Day)));

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

    private static readonly Gen<MeterReading[]> Histories =
        from begin in Gen.Choose(0, 2_000_000_000)
        from steps in Gen.Choose(1, 60).SelectMany(count => Steps(full: false).ArrayOf(count))
        select Readings(begin, steps);

    private static readonly Gen<MeterReading[]> GrowingHistories =
        from begin in Gen.Choose(0, 2_000_000_000)
        from steps in Gen.Choose(1, 60).SelectMany(count => Steps(full: true).ArrayOf(count))
        select Readings(begin, steps);

    private static readonly Gen<SourceRules> Settings =
        Gen.Elements(1m, 0.001m, 0.000125m, 80m, 400m, 1.0000001m, 0.3333333m).Select(factor => new SourceRules(factor));

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

    [Fact]
    public void Given_any_readings_When_folded_one_by_one_Then_the_running_hours_are_those_of_the_final_intervals() =>
        Prop.ForAll(Histories.ToArbitrary(), Settings.ToArbitrary(), (readings, settings) =>
        {
            var result = Fold.Of(readings, settings);
            var anew = Fold.Cells(result.Intervals);
            return anew.Count == result.Cells.Count && anew.All(cell => result.Cells[cell.Key] == cell.Value);
        }).Check(Many);

    [Fact]
    public void Given_any_readings_When_folded_Then_nothing_is_negative_and_intervals_follow_without_overlap() =>
        Prop.ForAll(Histories.ToArbitrary(), Settings.ToArbitrary(), (readings, settings) =>
        {
            var intervals = Fold.Of(readings, settings).Intervals.OrderBy(interval => interval.Start).ToList();
            return intervals.TrueForAll(interval => interval.Amount >= Amount.Zero && interval.Start < interval.End)
                && intervals.Zip(intervals.Skip(1)).All(pair => pair.First.End <= pair.Second.Start);
        }).Check(Many);

    [Fact]
    public void Given_any_readings_When_begun_anew_at_a_settled_one_Then_what_follows_is_the_same() =>
        Prop.ForAll(Histories.ToArbitrary(), Settings.ToArbitrary(), Gen.Choose(0, 59).ToArbitrary(), (readings, settings, at) =>
        {
            var cut = Math.Min(at, readings.Length);
            var first = Fold.Of(readings[..cut], settings);
            if (!first.State.IsSettled || first.State.Reference is null)
            {
                return true;
            }

            var rest = Fold.From(first.State, readings[cut..], settings);
            var whole = Fold.Of(readings, settings);
            return whole.State == rest.State && whole.Intervals.SequenceEqual([.. first.Intervals, .. rest.Intervals]);
        }).Check(Many);

    [Fact]
    public void Given_a_register_that_only_grows_When_folded_Then_the_sum_is_last_minus_first_however_many_readings_lie_between() =>
        Prop.ForAll(GrowingHistories.ToArbitrary(), Settings.ToArbitrary(), (readings, settings) =>
            Fold.Of(readings, settings).Total == Fold.Of([readings[0], readings[^1]], settings).Total
            && Fold.Of(readings, settings).State == Fold.Of(readings[^3..], settings).State).Check(Many);

    /// <summary>Time since the reading before, and the change of the register in 10⁻⁹.</summary>
    private static Gen<(long Length, long Nano)> Steps(bool full) =>
        from length in Pauses
        from nano in Gen.Frequency(
            (6, Gen.Choose(0, int.MaxValue).Select(change => (long)change)),
            (2, Gen.Constant(0L)),
            (1, Gen.Choose(0, int.MaxValue).Select(change => change * 1_000L)),
            (full ? 0 : 3, Gen.Choose(int.MinValue, 0).Select(change => change * 3L)))
        select (length, nano);

    private static MeterReading[] Readings(int beginSeconds, (long Length, long Nano)[] steps)
    {
        var reading = new MeterReading(new Instant(beginSeconds * 1_000L), new RegisterValue(5_000_000_000));
        var readings = new List<MeterReading> { reading };
        foreach (var (length, nano) in steps)
        {
            reading = new(new Instant(reading.At.UnixMilliseconds + length), new RegisterValue(reading.Value.Nano + nano));
            readings.Add(reading);
        }

        return [.. readings];
    }
}

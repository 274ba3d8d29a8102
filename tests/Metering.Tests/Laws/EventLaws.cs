using EmulationPlatform.Sdk;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Metering.Tests.Laws;

/// <summary>What people enter changes the sum by exactly what it says.</summary>
public sealed class EventLaws
{
    private static readonly Gen<(int Part, decimal Factor)[]> Changes =
        (from part in Gen.Choose(-50, 1_050)
         from factor in Gen.Elements(1m, 2m, 0.001m, 60m, 0.3333333m)
         select (part, factor)).ArrayOf(3);

    private static readonly Gen<(int Part, decimal MoreOnOld, decimal Initial)> Exchanges =
        from part in Gen.Choose(1, 999)
        from more in Gen.Elements(0m, 0.5m, 3.333m, 41m)
        from initial in Gen.Elements(0m, 12m, 90_000m)
        select (part, more, initial);

    [Fact]
    public void Given_dated_factors_When_folded_Then_the_sum_is_that_of_the_pieces() =>
        Prop.ForAll(SeriesCases.Growing, Changes.ToArbitrary(), (source, changes) =>
        {
            var factors = changes.Select((change, no) => new SourceEvent(no, SourceEventKind.Factor, Moment(source, change.Part)) { Factor = change.Factor }).ToList();

            var total = Fold.Of(source.Readings, source.Rules with { Events = new EventTimeline(factors) }).Total;

            // Each change rounds at most twice to 10⁻⁶, and a value between two readings is cut at 10⁻⁹ before its factor.
            return Math.Abs(total - InPieces(source, factors)) <= 0.000002m * (factors.Count + 1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Given_a_replacement_When_folded_Then_the_old_device_counts_to_its_end_and_the_new_one_from_its_beginning() =>
        Prop.ForAll(SeriesCases.Growing, Exchanges.ToArbitrary(), (source, exchange) =>
        {
            var at = Moment(source, exchange.Part);
            var (before, after) = (source.Readings.Where(reading => reading.At < at).ToList(), source.Readings.Where(reading => reading.At >= at).ToList());
            if (before.Count == 0 || after.Count == 0 || after[0].At.UnixMilliseconds - before[^1].At.UnixMilliseconds < 2)
            {
                return true;
            }

            var (last, ended) = (before[^1].Value.ToDecimal(), before[^1].Value.ToDecimal() + exchange.MoreOnOld);
            var onNew = after.Select(reading => reading with { Value = RegisterValue.From(reading.Value.ToDecimal() - last + exchange.Initial) }).ToList();
            var said = new SourceEvent(1, SourceEventKind.Replacement, at) { OldFinal = RegisterValue.From(ended), NewInitial = RegisterValue.From(exchange.Initial) };

            var total = Fold.Of([.. before, .. onNew], source.Rules with { Events = new EventTimeline([said]) }).Total;

            var counted = ended - before[0].Value.ToDecimal() + (onNew[^1].Value.ToDecimal() - exchange.Initial);
            return Math.Abs(total - (counted * source.Rules.Factor)) <= 0.000002m;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    private static Instant Moment(SeriesCase source, int thousandth) =>
        new(Fold.Start.UnixMilliseconds + (source.Sent[^1].Milliseconds * thousandth / 1_000));

    /// <summary>Written out without regard to speed: between any two neighbouring moments one line and one factor.</summary>
    private static decimal InPieces(SeriesCase source, List<SourceEvent> factors)
    {
        var readings = source.Readings;
        var moments = readings.Select(reading => reading.At).Concat(factors.Select(change => change.At)).Where(at => at >= readings[0].At && at <= readings[^1].At).Distinct().Order().ToList();
        return moments.Zip(moments.Skip(1), (from, to) => (Shown(readings, to) - Shown(readings, from)) * Factor(source, factors, from)).Sum();
    }

    private static decimal Factor(SeriesCase source, List<SourceEvent> factors, Instant at) =>
        factors.Where(change => change.At <= at).OrderBy(change => change.At).ThenBy(change => change.No).LastOrDefault()?.Factor ?? source.Rules.Factor;

    private static decimal Shown(IReadOnlyList<MeterReading> readings, Instant at)
    {
        var before = readings.Last(reading => reading.At <= at);
        var after = readings.First(reading => reading.At >= at);
        return before == after
            ? before.Value.ToDecimal()
            : before.Value.ToDecimal() + ((after.Value.ToDecimal() - before.Value.ToDecimal()) * (at.UnixMilliseconds - before.At.UnixMilliseconds) / (after.At.UnixMilliseconds - before.At.UnixMilliseconds));
    }
}

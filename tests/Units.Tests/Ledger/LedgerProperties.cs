using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Units.Tests.Ledger;

/// <summary>The ledger gives, for any order, batching and restart, what folding the stored readings from scratch gives.</summary>
public sealed class LedgerProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(400);

    private static readonly SourceRules[] Rules =
    [
        SourceRules.Plain,
        new(0.3333333m),
        new(80m) { MaxRatePerHour = 4_000m },
        new(1m) { RegisterWidth = 30m },
        new(1m) { RestartsAtZero = false, Jitter = RegisterValue.From(0.5m) },
        new(0.001m) { Kind = SourceKind.Gauge },
    ];

    private static readonly Arbitrary<int> AnyRules = Gen.Choose(0, Rules.Length - 1).ToArbitrary();

    [Fact]
    public void Given_readings_and_events_in_any_order_and_batches_over_any_restarts_When_done_Then_hours_are_those_of_folding_from_scratch() => Check((run, truth) =>
        Assert.Equal(InOrder(truth.Hours), InOrder(run.Disk.Hours)));

    [Fact]
    public void Given_any_arrivals_When_done_Then_findings_are_the_notable_intervals_of_folding_from_scratch() => Check((run, truth) =>
        Assert.Equal(
            truth.Intervals.Where(interval => interval.IsNotable).OrderBy(interval => interval.Start).ThenBy(interval => interval.End),
            run.Disk.Findings.OrderBy(interval => interval.Start).ThenBy(interval => interval.End)));

    [Fact]
    public void Given_any_arrivals_When_done_Then_state_and_unsettled_spans_are_those_of_folding_from_scratch() => Check((run, truth) =>
    {
        Assert.Equal(truth.Spans, run.Disk.Spans);
        Assert.Equal((truth.State, truth.Since), Resumed(run));
    });

    [Fact]
    public void Given_any_arrivals_When_done_Then_the_months_in_memory_are_the_sums_of_the_units_hours() => Check((run, _) =>
    {
        foreach (var (month, sum) in run.Disk.Months(AgencyCalendar.Vietnam, LedgerRun.Own))
        {
            Assert.Equal(sum, run.Source.Share[month]);
        }

        Assert.Equal(Total(run.Disk.Months(AgencyCalendar.Vietnam, LedgerRun.Own)), Total(run.Disk.Hours.Select(hour => AgencyCalendar.Vietnam.MonthOf(hour.Key.Start))
            .Distinct().ToDictionary(month => month, month => run.Source.Share[month])));
    });

    [Fact]
    public void Given_any_arrivals_When_done_Then_the_unit_that_had_the_source_before_was_told_of_every_change() => Check((run, _) =>
        Assert.Equal(
            run.Disk.Months(AgencyCalendar.Vietnam, LedgerRun.Former).Where(month => month.Value != default).OrderBy(month => month.Key),
            run.FormerMonths.Where(month => month.Value != default).OrderBy(month => month.Key)));

    [Fact]
    public void Given_any_arrivals_When_done_Then_hours_sum_to_the_intervals_to_the_micro_unit() => Check((run, truth) =>
        Assert.Equal(truth.Intervals.Sum(interval => (decimal)interval.Amount.Micro), run.Disk.Hours.Sum(hour => (decimal)hour.Value.Amount.Micro)));

    [Fact]
    public void Given_any_arrivals_When_done_Then_the_first_value_of_a_moment_is_stored_and_each_sender_knows_its_fate() =>
        Prop.ForAll(Arrivals.Any, arrivals =>
        {
            var run = LedgerRun.Of(arrivals, SourceRules.Plain);
            Assert.Equal(new FromScratch(arrivals, SourceRules.Plain).Readings, run.Disk.Readings);
            Assert.Equal(arrivals.Length, run.Fates.Count);
            foreach (var moment in arrivals.GroupBy(arrival => arrival.Millisecond))
            {
                var stored = moment.First().Nano;
                Assert.Equal(moment.Count(arrival => arrival.Nano != stored), run.Fates.Count(told => told.Arrival.Millisecond == moment.Key && told.Fate == ReadingFate.Conflict));
                Assert.Equal(1, run.Fates.Count(told => told.Arrival.Millisecond == moment.Key && told.Fate == ReadingFate.Accepted));
            }
        }).Check(Many);

    private static void Check(Action<LedgerRun, FromScratch> law) =>
        Prop.ForAll(Arrivals.Any, AnyRules, (arrivals, no) => law(LedgerRun.Of(arrivals, Rules[no]), new FromScratch(arrivals, Rules[no]))).Check(Many);

    /// <summary>Where the next start takes up: the stored state, and what the readings after it make of it.</summary>
    private static (CounterState State, Instant? Since) Resumed(LedgerRun run)
    {
        var state = run.Disk.Fold?.State ?? CounterState.Empty;
        var tracker = new SpanTracker(run.Disk.Fold?.UnsettledSince);
        foreach (var reading in run.Disk.After(1, run.Disk.Fold?.ThroughAt))
        {
            var step = SourceFold.Step(state, reading, run.Rules);
            tracker.Follow(state, step.State, reading.At);
            state = step.State;
        }

        return (state, tracker.Since);
    }

    private static IEnumerable<KeyValuePair<Hour, HourCell>> InOrder(IEnumerable<KeyValuePair<Hour, HourCell>> hours) => hours.OrderBy(hour => hour.Key);

    private static decimal Total(Dictionary<YearMonth, HourSum> months) => months.Values.Sum(sum => sum.Amount.ToDecimal());
}

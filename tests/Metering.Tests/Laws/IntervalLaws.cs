using EmulationPlatform.Sdk;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Metering.Tests.Laws;

/// <summary>What holds for the intervals of any source.</summary>
public sealed class IntervalLaws
{
    [Fact]
    public void Given_any_source_When_folded_Then_the_running_hours_are_those_of_its_intervals_to_the_micro_unit() =>
        Prop.ForAll(SeriesCases.Any, source =>
        {
            var result = Fold.Of(source.Readings, source.Rules);
            var anew = Fold.Cells(result.Intervals);
            return anew.Count == result.Cells.Count
                && anew.All(cell => result.Cells[cell.Key] == cell.Value)
                && result.Cells.Values.Sum(cell => cell.Amount.ToDecimal()) == result.Total;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Given_any_source_When_folded_Then_nothing_is_negative_and_no_two_intervals_overlap() =>
        Prop.ForAll(SeriesCases.Any, source =>
        {
            var intervals = Fold.Of(source.Readings, source.Rules).Intervals;
            return intervals.All(interval => interval.Amount >= Amount.Zero && interval.Start < interval.End)
                && intervals.Zip(intervals.Skip(1)).All(pair => pair.First.End <= pair.Second.Start);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_500));

    /// <summary>
    /// One hole there can be: a register that fell and stands still has an open interval up to the fall, and nothing after it
    /// until it moves again, or until the device is replaced.
    /// </summary>
    [Fact]
    public void Given_any_counter_When_folded_Then_its_intervals_join_from_the_first_reading_that_counts_to_the_last() =>
        Prop.ForAll(SeriesCases.Any, source =>
        {
            var (rules, readings) = (source.Rules with { Kind = SourceKind.Counter }, source.Readings);
            var counting = readings.Where(reading => rules.Events.Effective(reading) is not null).ToList();
            var result = Fold.Of(readings, rules);
            if (counting.Count < 2)
            {
                return result.Intervals.Count == 0;
            }

            var replaced = rules.Events.All.Where(said => said.Kind == SourceEventKind.Replacement);
            var ends = result.Intervals.Skip(1).Select(interval => interval.Start).Append(counting[^1].At);
            return result.Intervals[0].Start == counting[0].At && result.Intervals.Zip(ends).All(pair =>
                pair.First.End == pair.Second
                || (pair.First.Marks.HasFlag(IntervalMarks.Suspect) && (pair.Second == counting[^1].At || replaced.Any(said => pair.First.End < said.At && pair.Second <= said.At))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_500));

    [Fact]
    public void Given_any_counter_When_folded_Then_its_last_interval_ends_open_exactly_while_a_reading_is_open() =>
        Prop.ForAll(SeriesCases.WithoutEvents, source =>
        {
            var result = Fold.Of(source.Readings, source.Rules);
            var suspect = result.Intervals.Where(interval => interval.Marks.HasFlag(IntervalMarks.Suspect)).ToList();
            return result.State.Open is { IsHigh: false } open
                ? suspect.Count == 1 && suspect[0].End == open.Reading.At && suspect[0] == result.Intervals[^1]
                : suspect.Count == 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Given_a_register_that_only_grows_When_folded_Then_the_sum_is_last_minus_first() =>
        Prop.ForAll(SeriesCases.Growing, source =>
        {
            var (first, last) = (source.Readings[0].Value.ToDecimal(), source.Readings[^1].Value.ToDecimal());
            var factor = source.Rules.Factor;
            return Fold.Of(source.Readings, source.Rules).Total == Amount.From(last * factor).ToDecimal() - Amount.From(first * factor).ToDecimal();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Given_a_register_that_only_grows_When_readings_are_hidden_Then_the_sum_between_those_that_remain_is_the_same() =>
        Prop.ForAll(SeriesCases.Growing, source =>
        {
            // Waves stand for chance: what would have come late is hidden.
            var remaining = source.Sent.Where((sent, index) => sent.Wave == 0 || index == 0 || index == source.Sent.Count - 1).Select(sent => sent.Reading);
            return Fold.Of(remaining, source.Rules).Total == Fold.Of(source.Readings, source.Rules).Total;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
}

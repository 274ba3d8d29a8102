using EmulationPlatform.Sdk;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Metering.Tests.Laws;

/// <summary>The truth is a function of the readings and events alone, whatever way they came.</summary>
public sealed class ArrivalLaws
{
    [Fact]
    public void Given_any_order_of_arrival_When_folded_again_where_something_changed_Then_it_is_the_fold_from_the_beginning() =>
        Prop.ForAll(SeriesCases.Any, source =>
        {
            var ledger = Played(source);
            var whole = Fold.Of(source.Readings, source.Rules);
            return ledger.Book.IsSound
                && ledger.Book.Intervals.SequenceEqual(whole.Intervals)
                && Same(ledger.Book.Cells, whole.Cells)
                && ledger.State == whole.State;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void Given_a_plain_state_When_made_of_the_last_three_readings_that_count_Then_it_is_the_same() =>
        Prop.ForAll(SeriesCases.Any, source =>
        {
            var (state, rules) = (CounterState.Empty, source.Rules);
            for (var i = 0; i < source.Sent.Count; i++)
            {
                state = SourceFold.Step(state, source.Sent[i].Reading, rules).State;
                var lastThree = source.Readings.Take(i + 1).Where(reading => rules.Events.Effective(reading) is not null).TakeLast(3);
                if (state.IsPlain && SourceFold.Plain(lastThree, rules) != state)
                {
                    return false;
                }
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Given_readings_sent_again_When_offered_Then_nothing_changes() =>
        Prop.ForAll(SeriesCases.Any, source =>
        {
            var (once, twice) = (Played(source), Played(source));
            twice.Offer(source.Readings);
            twice.Enter(source.Rules.Events);
            return once.State == twice.State && once.Book.Intervals.SequenceEqual(twice.Book.Intervals) && Same(once.Book.Cells, twice.Book.Cells);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Given_nothing_added_When_folded_again_Then_old_and_new_agree_and_nothing_changes() =>
        Prop.ForAll(SeriesCases.Any, source =>
        {
            var (readings, book, booked) = (source.Readings, new IntervalBook(), new List<FoldStep>());
            var refold = new Refold(source.Rules, source.Rules, step => book.Change(step, -1), (_, step, _) => { book.Change(step, 1); booked.Add(step); });

            var end = refold.Run([], readings, [], readings[0].At);

            var plainAgain = Array.FindIndex([.. booked], 1, step => step.State.IsPlain && (step.State.Before ?? step.State.Reference)?.At > readings[0].At);
            return book.Intervals.Count == 0 && book.Cells.Count == 0 && end.AgreedAt == (plainAgain < 0 ? null : readings[plainAgain].At);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static LedgerModel Played(SeriesCase source)
    {
        var ledger = new LedgerModel(source.Settings);
        for (var wave = 0; wave <= 4; wave++)
        {
            ledger.Offer([.. source.Sent.Where(sent => sent.Wave == wave).Select(sent => sent.Reading)]);
            ledger.Enter(new EventTimeline(source.Entered.Where(entered => entered.Wave <= wave).Select(entered => entered.Event)));
        }

        return ledger;
    }

    private static bool Same(IReadOnlyDictionary<Hour, HourCell> left, IReadOnlyDictionary<Hour, HourCell> right) =>
        left.Count == right.Count && left.All(cell => right.TryGetValue(cell.Key, out var other) && other == cell.Value);
}

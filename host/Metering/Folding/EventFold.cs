using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>The step of a source about which people have entered something.</summary>
internal static class EventFold
{
    public static FoldStep Step(in CounterState state, MeterReading sent, SourceRules rules)
    {
        if (rules.Events.Effective(sent) is not { } reading)
        {
            return new(state, null, null, null);
        }

        if (rules.Kind == SourceKind.Gauge)
        {
            return GaugeStep(state, reading, rules);
        }

        if (state.Reference is null)
        {
            return CounterFold.Step(state, reading, rules);
        }

        var steps = new List<FoldStep>();
        var now = state;
        foreach (var turn in rules.Events.TurnsWithin(Last(state), reading.At).Where(turn => turn.Kind == SourceEventKind.Replacement))
        {
            steps.Add(Replaced(now, turn, reading.At, rules));
            now = steps[^1].State;
        }

        var step = Piece(now, reading, rules);
        return steps.Count == 0 ? step : Marked(step, IntervalMarks.Replaced) with { Earlier = steps };
    }

    private static Instant Last(in CounterState state) => state.Open?.Reading.At ?? state.Reference!.Value.At;

    /// <summary>A step of one device. The last word that a person said about it holds; without any the readings speak for themselves.</summary>
    private static FoldStep Piece(in CounterState state, MeterReading reading, SourceRules rules) =>
        rules.Events.TurnsWithin(Last(state), reading.At).Where(turn => turn.Kind != SourceEventKind.Replacement).MaxBy(turn => turn.No) is { } said
            ? Said(state, reading, said, rules)
            : CounterFold.Step(state, reading, rules);

    private static FoldStep GaugeStep(in CounterState state, MeterReading reading, SourceRules rules)
    {
        var step = GaugeFold.Step(state, reading, rules);
        var outage = step.First is { } interval && rules.Events.TurnsWithin(interval.Start, interval.End).Any(turn => turn.Kind == SourceEventKind.Outage);
        return outage ? step with { First = null } : step;
    }

    /// <summary>The old device counts up to its final value, then a new line begins at the initial one.</summary>
    private static FoldStep Replaced(in CounterState state, SourceEvent turn, Instant before, SourceRules rules)
    {
        // The reading at the very moment is the new device's; a millisecond is kept free for what the old one counted.
        var at = turn.At < before ? turn.At : before.Plus(TimeSpan.FromMilliseconds(-1));
        var last = Last(state);
        var end = new MeterReading(at > last ? at : last, turn.OldFinal);
        var step = end.At > last ? Piece(state, end, rules) : new(state, null, null, null);
        return Marked(step, IntervalMarks.Replaced) with { State = CounterState.Begun(end with { Value = turn.NewInitial }) };
    }

    /// <summary>A person has said what the register did between the last fitting reading and this one.</summary>
    private static FoldStep Said(in CounterState state, MeterReading reading, SourceEvent turn, SourceRules rules)
    {
        var reference = state.Reference!.Value;
        var (amount, marks) = turn.Kind switch
        {
            SourceEventKind.ResetConfirmed => (NotBelowZero(rules.Between(reference with { Value = turn.NewInitial }, reading)), IntervalMarks.ResetConfirmed),
            SourceEventKind.Accepted => (NotBelowZero(rules.Between(reference, reading)), IntervalMarks.Accepted),
            SourceEventKind.Outage => (Amount.Zero, IntervalMarks.Outage),
            _ => (Amount.Zero, IntervalMarks.Dismissed),
        };
        var interval = CounterFold.Sized(new Interval(reference.At, reading.At, amount, marks), state.Before?.At);
        return new(CounterState.Begun(reading), CounterFold.Provisional(state, rules), interval, null);
    }

    private static Amount NotBelowZero(Amount amount) => amount > Amount.Zero ? amount : Amount.Zero;

    private static FoldStep Marked(FoldStep step, IntervalMarks marks) => step with
    {
        First = step.First is { } first && step.State.Open is null ? first with { Marks = first.Marks | marks } : step.First,
        State = step.State with { LastMarks = step.State.Open is null ? step.State.LastMarks | marks : step.State.LastMarks },
    };
}

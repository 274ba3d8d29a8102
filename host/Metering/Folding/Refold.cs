using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>
/// Folds a stretch again because a late reading or a person's event has changed it: once as it was and once as it is, side by
/// side, until both agree. Only that stretch is derived anew, and the result is that of folding everything from the beginning.
/// </summary>
/// <param name="oldRules">Rules under which the stretch was folded.</param>
/// <param name="newRules">Rules that hold now.</param>
/// <param name="unbook">Takes back what a step has booked.</param>
/// <param name="book">Books a step; gets the state before it and the time of its reading.</param>
public sealed class Refold(SourceRules oldRules, SourceRules newRules, Action<FoldStep> unbook, Action<CounterState, FoldStep, Instant> book)
{
    /// <param name="lastThree">
    /// Readings as sent, in order of time, up to a moment before the first change at which the state was plain; they must hold the
    /// last three that count. Empty when the change comes before everything.
    /// </param>
    /// <param name="known">All readings after those, in order of time, without the added ones.</param>
    /// <param name="added">Late readings, in order of time.</param>
    /// <param name="changedUntil">No rule is different after this moment: a new factor reaches to the next dated one.</param>
    public RefoldEnd Run(IReadOnlyList<MeterReading> lastThree, IEnumerable<MeterReading> known, IReadOnlyList<MeterReading> added, Instant changedUntil)
    {
        var without = SourceFold.Plain(lastThree, oldRules);
        var with = SourceFold.Plain(lastThree, newRules);
        var next = 0;
        foreach (var reading in known)
        {
            for (; next < added.Count && added[next].At < reading.At; next++)
            {
                with = Book(with, added[next]);
            }

            var old = SourceFold.Step(without, reading, oldRules);
            unbook(old);
            without = old.State;
            with = Book(with, reading);
            if (next == added.Count && with == without && with.IsPlain && Oldest(with) > changedUntil)
            {
                return new(with, reading.At);
            }
        }

        for (; next < added.Count; next++)
        {
            with = Book(with, added[next]);
        }

        return new(with, null);
    }

    /// <summary>
    /// The start of what a later reading may still take back. Only when that was counted under the same rules too has the old
    /// fold taken back the very same interval.
    /// </summary>
    private static Instant? Oldest(in CounterState state) => (state.Before ?? state.Reference)?.At;

    private CounterState Book(in CounterState before, MeterReading reading)
    {
        var step = SourceFold.Step(before, reading, newRules);
        book(before, step, reading.At);
        return step.State;
    }
}

namespace EmulationPlatform.Watching;

/// <summary>
/// Folds the days of a source with a rule. A day that changes is folded again with those after it, so that the state depends
/// on what is known of the days and not on when or how often it was told.
/// </summary>
internal sealed class DayFold<TDay>
    where TDay : struct
{
    private readonly DayRule<TDay> rule;
    private readonly TDay[] days;

    /// <summary>After each day that may still change; the first is the state before them.</summary>
    private readonly DayState[] states = new DayState[DayBook.OpenDays + 1];

    private int newest;

    public DayFold(DayRule<TDay> rule, DayState before)
    {
        this.rule = rule;
        days = new TDay[rule.DaysKept];
        Array.Fill(states, before);
    }

    public DayState State => states[^1];

    public DateOnly Newest => DateOnly.FromDayNumber(newest);

    /// <summary>Nothing known for a day that is not kept.</summary>
    public TDay this[DateOnly day] => newest - day.DayNumber is var back && back >= 0 && back < days.Length ? days[^(back + 1)] : default;

    public void Put(DayUse use)
    {
        var ahead = use.Day.DayNumber - newest;
        if (ahead > 0)
        {
            Move(days, ahead, default);
            Move(states, ahead, State);
            newest += ahead;
        }

        var back = newest - use.Day.DayNumber;
        if (back >= DayBook.OpenDays)
        {
            return;
        }

        days[^(back + 1)] = rule.Reduce(use);

        // When a day is new, the one before it is folded again: it is over now.
        Refold(Math.Min(back + Math.Max(ahead, 0) + 1, DayBook.OpenDays));
    }

    private void Refold(int count)
    {
        for (var index = states.Length - count; index < states.Length; index++)
        {
            states[index] = rule.Step(this, DateOnly.FromDayNumber(newest - states.Length + 1 + index), states[index - 1]);
        }
    }

    private static void Move<T>(T[] items, int ahead, T filler)
    {
        var kept = Math.Max(items.Length - ahead, 0);
        Array.Copy(items, items.Length - kept, items, 0, kept);
        Array.Fill(items, filler, kept, items.Length - kept);
    }
}

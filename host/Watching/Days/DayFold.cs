namespace EmulationPlatform.Watching;

/// <summary>
/// Folds the days of a source with a rule. A day that changes is folded again with those after it, so that the state depends
/// on what is known of the days and not on when or how often it was told.
/// </summary>
internal sealed class DayFold<TDay>(DayRule<TDay> rule, DayState before)
    where TDay : struct
{
    private readonly List<Entry> entries = [];
    private DayState dropped = before;
    private int first;

    public DayState State => entries.Count == 0 ? dropped : entries[^1].After;

    public int Count => entries.Count;

    public DateOnly Newest => DateOnly.FromDayNumber(first + entries.Count - 1);

    /// <summary>Nothing known for a day that is not kept.</summary>
    public TDay this[DateOnly day] => day.DayNumber - first is var index && index >= 0 && index < entries.Count ? entries[index].Value : default;

    public void Put(DayUse use)
    {
        var value = rule.Reduce(use);
        var index = use.Day.DayNumber - first;
        if (entries.Count > 0 && index < 0)
        {
            return;
        }

        var refoldFrom = Math.Min(index, entries.Count - 1);
        if (entries.Count == 0 || index >= entries.Count + rule.DaysKept)
        {
            // Days before it may still come.
            (dropped, index, refoldFrom) = (State, DayBook.OpenDays - 1, 0);
            first = use.Day.DayNumber - index;
            entries.Clear();
        }

        while (entries.Count <= index)
        {
            entries.Add(default);
        }

        entries[index] = new Entry(value, default);

        // The day before a new one is folded again: it is over now.
        Refold(Math.Max(refoldFrom, 0));
        Trim();
    }

    private void Refold(int from)
    {
        var state = from == 0 ? dropped : entries[from - 1].After;
        for (var index = from; index < entries.Count; index++)
        {
            state = rule.Step(this, DateOnly.FromDayNumber(first + index), state);
            entries[index] = entries[index] with { After = state };
        }
    }

    private void Trim()
    {
        var surplus = entries.Count - rule.DaysKept;
        if (surplus > 0)
        {
            dropped = entries[surplus - 1].After;
            entries.RemoveRange(0, surplus);
            first += surplus;
        }
    }

    private readonly record struct Entry(TDay Value, DayState After);
}

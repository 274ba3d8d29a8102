namespace EmulationPlatform.Scoring.Plans;

/// <summary>When something is owed. A closed family; the last moment is computed by <see cref="Calendar.DueDates"/>.</summary>
public abstract record Due
{
    private Due()
    {
    }

    /// <param name="Strict">"Trước ngày": the day itself is late already.</param>
    public sealed record Yearly(int Month, int Day, bool Strict) : Due;

    /// <param name="Days">Days after the end of each quarter.</param>
    public sealed record Quarterly(int Days) : Due;

    /// <param name="Days">Days after the end of each month.</param>
    public sealed record Monthly(int Days) : Due;

    /// <param name="Strict">The day itself is late already.</param>
    public sealed record Once(DateOnly On, bool Strict) : Due;

    /// <summary>The plan gives no date; a decision does.</summary>
    public sealed record Undecided(string Decision) : Due;
}

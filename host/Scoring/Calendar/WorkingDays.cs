namespace EmulationPlatform.Scoring.Calendar;

/// <summary>Working days: Monday to Friday without the holidays handed in.</summary>
/// <param name="holidays">Days off that are decided year by year.</param>
public sealed class WorkingDays(IReadOnlySet<DateOnly> holidays)
{
    public static WorkingDays WithoutHolidays { get; } = new(new HashSet<DateOnly>());

    public bool Is(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);

    /// <summary>The day that is so many working days after another; 0 gives the day itself.</summary>
    public DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= Is(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>
    /// Working days late: 0 up to and with the due day. What comes on a day off counts as come on the working day before it was
    /// lost, but at least one day late.
    /// </summary>
    public int Late(DateOnly due, DateOnly came)
    {
        if (came <= due)
        {
            return 0;
        }

        var late = 0;
        for (var day = due.AddDays(1); day <= came; day = day.AddDays(1))
        {
            late += Is(day) ? 1 : 0;
        }

        return Math.Max(1, late);
    }
}

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

    /// <summary>Working days after one day up to and with another; 0 when the other is not later.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += Is(day) ? 1 : 0;
        }

        return count;
    }
}

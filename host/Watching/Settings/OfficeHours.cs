using System.ComponentModel.DataAnnotations;

namespace EmulationPlatform.Watching;

/// <summary>When people work, in the agency's local time.</summary>
public sealed record OfficeHours : IValidatableObject
{
    private const int MostDates = 1_000;

    /// <summary>Default 07:00.</summary>
    public TimeOnly From { get; init; } = new(7, 0);

    /// <summary>Default 17:30. A clock hour in which office hours begin or end belongs to them.</summary>
    public TimeOnly To { get; init; } = new(17, 30);

    /// <summary>Default Monday to Friday.</summary>
    public IReadOnlyList<DayOfWeek> WorkingDays { get; init; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>Days on which nobody works although it is their weekday's turn.</summary>
    public IReadOnlySet<DateOnly> Holidays { get; init; } = new HashSet<DateOnly>();

    /// <summary>Days on which people work although it is not their weekday's turn, such as a Saturday worked for a bridge day.</summary>
    public IReadOnlySet<DateOnly> ExtraWorkingDays { get; init; } = new HashSet<DateOnly>();

    public bool IsWorkingDay(DateOnly day) => ExtraWorkingDays.Contains(day) || (WorkingDays.Contains(day.DayOfWeek) && !Holidays.Contains(day));

    /// <summary>False for a holiday and for an extra working day: such days are compared with no other weekday.</summary>
    public bool IsRegular(DateOnly day) => !ExtraWorkingDays.Contains(day) && !Holidays.Contains(day);

    /// <summary>The whole clock hour lies outside office hours.</summary>
    public bool IsOutside(DateOnly day, int hour) =>
        !IsWorkingDay(day) || (hour + 1) * TimeSpan.TicksPerHour <= From.Ticks || hour * TimeSpan.TicksPerHour >= To.Ticks;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (From >= To)
        {
            yield return new ValidationResult($"From ({From:HH\\:mm}) must be before To ({To:HH\\:mm}).");
        }

        if (Holidays.Count > MostDates || ExtraWorkingDays.Count > MostDates)
        {
            yield return new ValidationResult($"At most {MostDates} Holidays and {MostDates} ExtraWorkingDays can be listed.");
        }

        foreach (var day in Holidays.Intersect(ExtraWorkingDays).Order())
        {
            yield return new ValidationResult($"{day:yyyy-MM-dd} is both in Holidays and in ExtraWorkingDays; take it out of one.");
        }
    }
}

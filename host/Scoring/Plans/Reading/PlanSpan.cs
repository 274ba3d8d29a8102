using static EmulationPlatform.Scoring.Plans.SectionNumbers;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>The time a plan is about: its years, and its phases where they reach further.</summary>
internal sealed class PlanSpan
{
    private const int LastMonthOfFirstHalf = 6;
    private const int MonthsOfQuarter = 3;

    private readonly List<(DateOnly From, DateOnly To)> stretches = [];
    private readonly List<(DateOnly From, DateOnly To)> phases = [];

    /// <param name="yearStarts">First day of a reporting year; later than June it begins in the calendar year before.</param>
    public PlanSpan(int firstYear, int lastYear, (int Month, int Day) yearStarts)
    {
        FirstYear = firstYear;
        LastYear = lastYear;
        if (firstYear <= 0 || lastYear < firstYear)
        {
            return;
        }

        var before = yearStarts.Month > LastMonthOfFirstHalf ? 1 : 0;
        var from = new DateOnly(firstYear - before, yearStarts.Month, yearStarts.Day);
        var to = new DateOnly(lastYear + 1 - before, yearStarts.Month, yearStarts.Day).AddDays(-1);
        var (calendarFrom, calendarTo) = (new DateOnly(firstYear, 1, 1), new DateOnly(lastYear, 12, 31));
        stretches.Add((from < calendarFrom ? from : calendarFrom, to > calendarTo ? to : calendarTo));
    }

    public int FirstYear { get; }

    public int LastYear { get; }

    public void AddPhase(DateOnly from, DateOnly to)
    {
        stretches.Add((from, to));
        phases.Add((from, to));
    }

    /// <summary>A review belongs to a phase, where a plan has some; one outside the plan's years is warned of already.</summary>
    /// <param name="quarter">Null: some time in the year.</param>
    public void WarnOfReview(PlanSection section, int? year, int? quarter)
    {
        WarnOutside(section, "year", year);
        if (year is not { } number || phases.Count == 0 || IsOutside(new(number, 1, 1), new(number, 12, 31)))
        {
            return;
        }

        var from = new DateOnly(number, (((quarter ?? 1) - 1) * MonthsOfQuarter) + 1, 1);
        var to = quarter is null ? new DateOnly(number, 12, 31) : from.AddMonths(MonthsOfQuarter).AddDays(-1);
        if (!phases.Exists(phase => from <= phase.To && to >= phase.From))
        {
            section.Warning("year", $"The review of {number} is in no phase; correct its year or the days of a phase.");
        }
    }

    public void WarnOutside(PlanSection section, string key, DateOnly? date)
    {
        if (date is { } day && IsOutside(day, day))
        {
            section.Warning(
                key,
                Invariant($"{day:yyyy-MM-dd} is outside the plan's years {FirstYear} to {LastYear} and outside its phases; correct the date or the years."));
        }
    }

    public void WarnOutside(PlanSection section, string key, int? year)
    {
        if (year is { } number && IsOutside(new(number, 1, 1), new(number, 12, 31)))
        {
            section.Warning(key, $"{number} is outside the plan's years {FirstYear} to {LastYear} and outside its phases; correct one of them.");
        }
    }

    // Years that could not be read have their own error.
    private bool IsOutside(DateOnly from, DateOnly to) =>
        stretches.Count > 0 && LastYear >= FirstYear && FirstYear > 0 && !stretches.Exists(stretch => from <= stretch.To && to >= stretch.From);
}

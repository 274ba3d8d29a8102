using System.Globalization;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Calendar;

/// <summary>When what is owed is due. "Trước ngày 10/11" is read strictly: 09/11 is the last day (scoring §2).</summary>
public static class DueDates
{
    private const int MonthsOfYear = 12;
    private const int MonthsOfQuarter = 3;

    /// <summary>Last days in time within one calendar year, in order; none while a decision is missing.</summary>
    public static IReadOnlyList<DateOnly> Of(Due due, int year) => due switch
    {
        Due.Yearly yearly => [new DateOnly(year, yearly.Month, yearly.Day).AddDays(yearly.Strict ? -1 : 0)],
        Due.Once once => (once.Strict ? once.On.AddDays(-1) : once.On) is var day && day.Year == year ? [day] : [],
        Due.Quarterly quarterly => Within(year, MonthsOfQuarter, quarterly.Days),
        Due.Monthly monthly => Within(year, 1, monthly.Days),
        Due.Undecided => [],
        _ => throw new ArgumentOutOfRangeException(nameof(due), due, "Unknown kind of due date."),
    };

    /// <summary>Everything of a plan that has a day in a calendar year, by day; what has none while a decision is missing comes last.</summary>
    public static IReadOnlyList<CalendarEntry> Of(Plan plan, int year)
    {
        var duties = plan.Duties.SelectMany(duty => Entries(duty.Due, year).Select(day =>
            new CalendarEntry(duty.Id, CalendarKind.Duty, duty.Name, day, duty.OwedBy, duty.To, Reading(duty.Due), duty.Citation)));
        var tasks = plan.Tasks.Where(task => task.Due is not null).SelectMany(task => Entries(task.Due!, year).Select(day =>
            new CalendarEntry(task.Id, CalendarKind.Task, task.Name, day, task.OwedBy, "", Reading(task.Due!), task.Citation)));
        var starts = plan.Phases.Where(phase => phase.From.Year == year)
            .Select(phase => new CalendarEntry(phase.Id, CalendarKind.PhaseStart, phase.Name, phase.From, "", "", null, phase.Citation));
        var ends = plan.Phases.Where(phase => phase.To.Year == year)
            .Select(phase => new CalendarEntry(phase.Id, CalendarKind.PhaseEnd, phase.Name, phase.To, "", "", null, phase.Citation));
        var reviews = plan.Reviews.Where(review => review.Year == year)
            .Select(review => new CalendarEntry(review.Id, CalendarKind.Review, review.Name, EndOf(review), "", "", null, review.Citation));
        return [.. duties.Concat(tasks).Concat(starts).Concat(ends).Concat(reviews).OrderBy(entry => entry.LastDay ?? DateOnly.MaxValue).ThenBy(entry => entry.Id, StringComparer.Ordinal)];
    }

    /// <summary>
    /// When the unit has to have handed in what it declares by hand for a period: with the duty that the plan names, else with its latest yearly report,
    /// else with the end of the period.
    /// </summary>
    /// <returns>Last day in time.</returns>
    public static DateOnly OfDeclarations(Plan plan, AgencyCalendar calendar, Period period)
    {
        var end = calendar.DayOf(period.LastMoment);
        if (plan.Duties.FirstOrDefault(duty => duty.Id == plan.DeclareWith) is { } named)
        {
            return OfReport(named.Due, end);
        }

        var reports = plan.Duties.Where(duty => duty.OwedBy == Duty.Units && duty.Due is Due.Yearly).SelectMany(duty => Of(duty.Due, end.Year)).Where(day => day <= end).ToList();
        return reports.Count > 0 ? reports.Max() : end;
    }

    /// <summary>The last report of a period; one that comes only after it, where there is none within.</summary>
    private static DateOnly OfReport(Due due, DateOnly end)
    {
        var days = Of(due, end.Year);
        return days.Count == 0 ? end : days.Any(day => day <= end) ? days.Last(day => day <= end) : days[0];
    }

    private static IEnumerable<DateOnly?> Entries(Due due, int year) => due is Due.Undecided ? [null] : Of(due, year).Select(day => (DateOnly?)day);

    private static List<DateOnly> Within(int year, int months, int days)
    {
        // The last stretch of the year before may be due in this one.
        var ends = Enumerable.Range(0, (MonthsOfYear / months) + 1).Select(stretch => new DateOnly(year, 1, 1).AddMonths(stretch * months).AddDays(-1));
        return [.. ends.Select(end => end.AddDays(days)).Where(day => day.Year == year)];
    }

    private static DateOnly EndOf(Review review) =>
        review.Quarter is { } quarter ? new DateOnly(review.Year, quarter * MonthsOfQuarter, 1).AddMonths(1).AddDays(-1) : new DateOnly(review.Year, MonthsOfYear, 31);

    private static LocalizedText? Reading(Due due) => due switch
    {
        Due.Yearly { Strict: true } yearly => Strict(new DateOnly(2001, yearly.Month, yearly.Day)),
        Due.Once { Strict: true } once => Strict(once.On),
        _ => null,
    };

    private static LocalizedText Strict(DateOnly before)
    {
        var (day, last) = (Text(before), Text(before.AddDays(-1)));
        return new($"trước ngày {day}: hết ngày {last}, sau đó là trễ", $"before {day}: up to the end of {last}, later is late");
    }

    private static string Text(DateOnly day) => day.ToString("dd/MM", CultureInfo.InvariantCulture);
}

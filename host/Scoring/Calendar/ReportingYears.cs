using System.Globalization;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Calendar;

/// <summary>Reporting years, which need not be calendar years: data windows run from 15/12 to 14/12 in many agencies (Decree 09/2019 and its provincial rules).</summary>
public static class ReportingYears
{
    /// <summary>A year that begins later than this month begins in the calendar year before.</summary>
    private const int LastMonthOfOwnYear = 6;

    /// <summary>The reporting year in which a moment lies. Its name is the calendar year that holds most of it.</summary>
    public static Period At(Plan plan, AgencyCalendar calendar, Instant moment)
    {
        var year = calendar.ToLocal(moment).Year;
        return new[] { Of(plan, calendar, year - 1), Of(plan, calendar, year), Of(plan, calendar, year + 1) }.First(period => period.Contains(moment));
    }

    /// <param name="year">The calendar year that holds most of it.</param>
    public static Period Of(Plan plan, AgencyCalendar calendar, int year) =>
        new(year.ToString(CultureInfo.InvariantCulture), Start(plan, calendar, year), Start(plan, calendar, year + 1));

    private static Instant Start(Plan plan, AgencyCalendar calendar, int year)
    {
        var (month, day) = plan.YearStarts;
        return calendar.ToInstant(new DateTime(month > LastMonthOfOwnYear ? year - 1 : year, month, day, 0, 0, 0, DateTimeKind.Unspecified));
    }
}

using EmulationPlatform.Scoring.Calendar;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Movement;

/// <summary>Reporting years of a plan about which something can be said.</summary>
internal static class PlanPeriods
{
    /// <summary>Those that have begun, newest first; the running one is always among them.</summary>
    public static IReadOnlyList<Period> Begun(Plan plan, AgencyCalendar calendar, Instant now)
    {
        var running = ReportingYears.At(plan, calendar, now);
        return
        [
            .. Enumerable.Range(plan.FirstYear, plan.LastYear - plan.FirstYear + 1).Select(year => ReportingYears.Of(plan, calendar, year))
                .Where(period => period.Start <= now && period.Name != running.Name).Append(running).OrderByDescending(period => period.Start),
        ];
    }
}

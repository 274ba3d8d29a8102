using EmulationPlatform.Scoring.Calendar;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Declaring;

/// <summary>By when figures are to be declared, and the moment looked at.</summary>
/// <param name="LastDay">Last day in time.</param>
/// <param name="DutyLastDay">For a report: last day in time of its duty; null when the duty has none.</param>
public sealed record DeclarationTerms(Instant AsOf, AgencyCalendar Calendar, DateOnly LastDay, DateOnly? DutyLastDay, WorkingDays Days)
{
    /// <summary>Working days after the reminder on the due day, from which silence counts as nothing (scoring §3.1).</summary>
    private const int GraceDays = 3;

    public DateOnly Today => DateOnly.FromDateTime(Calendar.ToLocal(AsOf).DateTime);

    public bool IsDue => Today > LastDay;

    public bool IsOverdue => Today > Days.After(LastDay, GraceDays);
}

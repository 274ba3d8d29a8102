using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Declaring;

/// <summary>Moments that decide what an entry, or its absence, means for one figure, unit and period.</summary>
/// <param name="AsOf">Moment looked at; later entries do not exist yet.</param>
/// <param name="Due">Last moment that is in time; null when nothing demands the figure by a day.</param>
/// <param name="SilentFrom">From here on silence counts as nothing (scoring §3.1: due, reminder and 3 working days); null: never.</param>
/// <param name="WorkingDays">Working days by which the second moment is after the first; 0 on the same day.</param>
public sealed record DeclarationClock(Instant AsOf, Instant? Due, Instant? SilentFrom, Func<Instant, Instant, int> WorkingDays)
{
    /// <summary>Working days to rework what was returned, within which the first time is kept (scoring: ONTIME).</summary>
    public const int ReworkDays = 2;

    /// <summary>Says on which day a moment is.</summary>
    public AgencyCalendar Calendar { get; init; } = AgencyCalendar.Vietnam;

    internal DateOnly Today => DayOf(AsOf);

    internal DateOnly DayOf(Instant moment) => Calendar.DayOf(moment);

    /// <summary>What was returned is still being reworked in time.</summary>
    internal bool IsInRework(Instant returnedAt, Instant moment) => moment <= returnedAt || WorkingDays(returnedAt, moment) <= ReworkDays;

    /// <summary>0 when in time; late on a day off is late all the same.</summary>
    internal int DaysLate(Instant due, Instant cameAt) => cameAt <= due ? 0 : Math.Max(1, WorkingDays(due, cameAt));
}

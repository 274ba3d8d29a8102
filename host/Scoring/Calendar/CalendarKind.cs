namespace EmulationPlatform.Scoring.Calendar;

public enum CalendarKind
{
    Duty,
    Task,
    PhaseStart,
    PhaseEnd,
    Review,
}

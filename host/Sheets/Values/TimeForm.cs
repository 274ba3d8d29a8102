namespace EmulationPlatform.Sheets;

/// <summary>How the writer of a table writes dates and times. Declared by a person, never guessed: 03/04 is two different days.</summary>
public enum TimeForm
{
    /// <summary>2026-11-10T07:30:00+07:00; seconds and their fraction may be left out, Z is +00:00, a space may stand for the T.</summary>
    IsoWithOffset,

    /// <summary>2026-11-10T07:30:00 by the agency's wall clock; an offset is refused. Dates: 2026-11-10.</summary>
    IsoLocal,

    /// <summary>10/11/2026 07:30 or 10/11/2026 07:30:00 by the agency's wall clock: day, month, year. Dates: 10/11/2026.</summary>
    Vietnamese,
}

namespace EmulationPlatform.Sheets;

/// <summary>How a cell was stored. Workbooks know numbers and dates; their text is then invariant, whatever form the caller declared.</summary>
public enum CellKind
{
    Text,

    /// <summary>A stored number; its text is a plain invariant number of at most 15 significant digits.</summary>
    Number,

    /// <summary>A number with a date format; its text is 2026-11-10, 2026-11-10T07:30:00 or, without a day, 07:30:00.</summary>
    Time,
}

namespace EmulationPlatform.Sheets;

/// <summary>How a column is shown.</summary>
public enum ColumnKind
{
    /// <summary>Never a formula, whatever the text begins with.</summary>
    Text,

    /// <summary>In workbooks with thousands separators and the column's decimals.</summary>
    Number,

    /// <summary>dd/mm/yyyy; in CSV of the invariant form 2026-11-10.</summary>
    Date,

    /// <summary>dd/mm/yyyy hh:mm:ss; in CSV of the invariant form 2026-11-10 07:30:00.</summary>
    DateTime,
}

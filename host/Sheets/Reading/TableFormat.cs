namespace EmulationPlatform.Sheets;

public enum TableFormat
{
    /// <summary>UTF-8 text with quotes after RFC 4180; a byte order mark is allowed.</summary>
    Csv,

    /// <summary>Office Open XML workbook (ECMA-376), as Excel and LibreOffice save it.</summary>
    Xlsx,
}

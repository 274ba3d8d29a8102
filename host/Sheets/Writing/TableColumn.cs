namespace EmulationPlatform.Sheets;

/// <param name="Header">Text of the first row.</param>
/// <param name="Decimals">Digits after the decimal mark of a number column, 0 to 15; numbers are rounded to it, halves away from zero.</param>
public sealed record TableColumn(string Header, ColumnKind Kind, int Decimals = 0)
{
    /// <summary>Width in a workbook, in characters; <see langword="null"/>: from the header and the kind.</summary>
    public int? Width { get; init; }
}

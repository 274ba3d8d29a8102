namespace EmulationPlatform.Sheets;

/// <summary>What the caller knows about a file before it is read.</summary>
/// <param name="Format">Take it from the file's name, see <see cref="FormatOf"/>.</param>
public sealed record TableSource(TableFormat Format)
{
    /// <summary>Comma, semicolon or tab of a CSV; <see langword="null"/>: whichever of them the header line has.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Name of the worksheet of a workbook; <see langword="null"/>: the first.</summary>
    public string? Worksheet { get; init; }

    public TableLimits Limits { get; init; } = TableLimits.Upload;

    /// <returns><see langword="null"/> when the name ends neither with .csv, .txt or .tsv nor with .xlsx.</returns>
    public static TableFormat? FormatOf(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".CSV" or ".TXT" or ".TSV" => TableFormat.Csv,
        ".XLSX" => TableFormat.Xlsx,
        _ => null,
    };
}

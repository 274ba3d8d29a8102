namespace EmulationPlatform.Sheets;

/// <summary>
/// Writes tables row by row, synchronously, into a stream that stays open and need not seek. For a response that takes asynchronous writes only,
/// write into a temporary file or a FileBufferingWriteStream first.
/// </summary>
public static class TableWriter
{
    /// <summary>
    /// UTF-8 with a byte order mark, so that Excel knows it. Vietnamese: semicolons, decimal commas, 10/11/2026. Invariant: commas, decimal points,
    /// 2026-11-10. Never thousands separators. Text that could run as a formula gets an apostrophe in front.
    /// </summary>
    public static void WriteCsv(Table table, Stream destination, NumberForm form, CancellationToken cancellationToken) =>
        CsvTable.Write(table, destination, form, cancellationToken);

    /// <summary>A workbook with a bold, frozen header and a filter. What does not fit on a worksheet goes on with the next one.</summary>
    public static void WriteXlsx(Table table, Stream destination, CancellationToken cancellationToken) =>
        XlsxTable.Write(table, destination, cancellationToken);
}

using System.Globalization;
using CsvHelper;

namespace EmulationPlatform.Sheets;

/// <summary>A table as CSV.</summary>
internal static class CsvTable
{
    public static void Write(Table table, Stream destination, NumberForm form, CancellationToken cancellationToken)
    {
        var options = new CsvWriterOptions { Separator = form == NumberForm.Vietnamese ? ';' : ',', WriteByteOrderMark = true };
        using var writer = CsvWriter.Create(destination, options, leaveOpen: true);
        writer.WriteRecord([.. table.Columns.Select(column => FormulaGuard.Guarded(column.Header))]);
        var cells = new string[table.Columns.Count];
        foreach (var row in table.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var at = 0; at < cells.Length; at++)
            {
                cells[at] = Text(row[at], table.Columns[at], form);
            }

            writer.WriteRecord(cells);
        }
    }

    private static string Text(CellValue value, TableColumn column, NumberForm form) => value.Content switch
    {
        string text => FormulaGuard.Guarded(text),
        decimal number => NumberText.Format(number, column.Decimals, form),
        DateOnly day => day.ToString(form == NumberForm.Vietnamese ? "dd'/'MM'/'yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString(form == NumberForm.Vietnamese ? "dd'/'MM'/'yyyy HH:mm:ss" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => string.Empty,
    };
}

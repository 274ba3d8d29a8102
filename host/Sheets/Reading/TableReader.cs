using System.Globalization;
using System.Xml;

namespace EmulationPlatform.Sheets;

/// <summary>
/// Reads a table row by row; the memory needed does not grow with a CSV. Whatever is wrong with the content goes into the report, never into
/// an exception; a broken disk or connection still throws. Reading is synchronous: spool the body of a request first, and a workbook must seek.
/// </summary>
public sealed class TableReader : IDisposable
{
    private readonly TableLimits limits;
    private readonly ImportReport report;
    private IRowSource? rows;

    private TableReader(TableLimits limits, ImportReport report)
    {
        this.limits = limits;
        this.report = report;
    }

    /// <summary>The first row with content, trimmed; empty when the file could not be read (the report says why).</summary>
    public IReadOnlyList<string> Headers { get; private set; } = [];

    /// <param name="stream">Stays open.</param>
    public static TableReader Open(Stream stream, TableSource source, ImportReport report)
    {
        var reader = new TableReader(source.Limits, report);
        reader.Begin(stream, source);
        return reader;
    }

    /// <summary>Rows under the header that have content, once. Faulty rows are reported and left out.</summary>
    public IEnumerable<TableRow> Rows(CancellationToken cancellationToken)
    {
        while (Next() is { } row)
        {
            cancellationToken.ThrowIfCancellationRequested();
            report.CountRow();
            if (report.RowsRead > limits.MaxRows)
            {
                Stop(new TableProblem(row.Number, Column: null, $"The table has more than {limits.MaxRows.ToString(CultureInfo.InvariantCulture)} rows.", "Split the file."));
                yield break;
            }

            if (FitsHeader(row))
            {
                yield return row.Resized(Headers.Count);
            }
        }
    }

    public void Dispose()
    {
        rows?.Dispose();
        rows = null;
    }

    private void Begin(Stream stream, TableSource source)
    {
        var before = report.ProblemCount;
        var header = Guarded(() =>
        {
            rows = source.Format == TableFormat.Xlsx ? XlsxRows.Open(stream, source, report) : CsvRows.Open(stream, source, report);
            return NextWithContent();
        });
        if (header is null || report.ProblemCount > before)
        {
            // A faulty header was left out by the source; the next row must not be taken for it.
            Dispose();
            if (report.ProblemCount == before)
            {
                Stop(new TableProblem(Row: null, Column: null, "The file has no rows.", "Put the names of the columns into the first row."));
            }

            return;
        }

        Headers = [.. header.Cells.Select(cell => cell.Trim()).Reverse().SkipWhile(cell => cell.Length == 0).Reverse()];
    }

    private TableRow? Next() => Guarded(NextWithContent);

    private TableRow? NextWithContent()
    {
        var row = rows?.Next();
        while (row is { IsBlank: true })
        {
            row = rows!.Next();
        }

        return row;
    }

    private bool FitsHeader(TableRow row)
    {
        for (var at = Headers.Count; at < row.Cells.Count; at++)
        {
            if (!string.IsNullOrWhiteSpace(row.Cells[at]))
            {
                report.Add(new TableProblem(row.Number, Column: null, $"Cell {Quoted.Text(row.Cells[at])} stands to the right of the last header.",
                    "Give the column a header, remove the cell, or put text with the delimiter in it into quotes."));
                return false;
            }
        }

        return true;
    }

    private TableRow? Guarded(Func<TableRow?> read)
    {
        try
        {
            return read();
        }
        catch (UnreadableTableException e)
        {
            Stop(e.Problem);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or CsvHelper.CsvFormatException)
        {
            Stop(new TableProblem(Row: null, Column: null, "The file is damaged.", "Open it in a spreadsheet program and save it again."));
        }

        return null;
    }

    private void Stop(TableProblem problem)
    {
        report.Add(problem);
        Dispose();
    }
}

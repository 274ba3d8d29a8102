using System.Globalization;
using System.Text.Unicode;
using CsvHelper;

namespace EmulationPlatform.Sheets;

/// <summary>Rows of a CSV, never more than one of them in memory.</summary>
internal sealed class CsvRows : IRowSource
{
    private const int HeadBytes = 64 * 1024;

    private readonly CsvInput input;
    private readonly CsvReader reader;
    private readonly TableLimits limits;
    private readonly ImportReport report;
    private bool headerIsRead;

    private CsvRows(CsvInput input, char delimiter, TableLimits limits, ImportReport report)
    {
        this.input = input;
        this.limits = limits;
        this.report = report;
        var options = new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = ReportMalformed,
            TrackLineNumbers = true,
        };
        reader = CsvReader.Create(input, options, leaveOpen: true);
    }

    public static CsvRows Open(Stream stream, TableSource source, ImportReport report)
    {
        var head = new byte[HeadBytes];
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        RefuseOtherFiles(head);
        return new CsvRows(new CsvInput(head, stream, source.Limits.MaxBytes), source.Delimiter ?? CsvHeader.DelimiterOf(head), source.Limits, report);
    }

    public TableRow? Next()
    {
        input.BeginRow();
        while (reader.Read())
        {
            if (Cells(reader.LineNumber) is { } cells)
            {
                headerIsRead = true;
                return new TableRow(reader.LineNumber, cells);
            }

            input.BeginRow();
        }

        return null;
    }

    public void Dispose()
    {
        reader.Dispose();
        input.Dispose();
    }

    private static void RefuseOtherFiles(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\x03\x04"u8))
        {
            throw new UnreadableTableException("This is a workbook, not a CSV.", "Let its name end with .xlsx.");
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || head.Contains((byte)0))
        {
            throw new UnreadableTableException("The file is not UTF-8 text.", "Save it as \"CSV UTF-8\".");
        }
    }

    private string[]? Cells(long line)
    {
        var width = reader.FieldCount;
        if (width > limits.MaxColumns)
        {
            return Refuse(line, $"The row has {width.ToString(CultureInfo.InvariantCulture)} cells, more than {limits.MaxColumns.ToString(CultureInfo.InvariantCulture)}.", "Check the delimiter and the quotes.");
        }

        var cells = new string[width];
        for (var at = 0; at < width; at++)
        {
            if (!Utf8.IsValid(reader.GetSpan(at)))
            {
                throw new UnreadableTableException("The file is not UTF-8 text.", "Save it as \"CSV UTF-8\".", line);
            }

            cells[at] = reader.GetString(at);
            if (cells[at].Length > limits.MaxCellLength)
            {
                return Refuse(line, $"Cell {Quoted.Text(cells[at])} is longer than {limits.MaxCellLength.ToString(CultureInfo.InvariantCulture)} characters.", "Shorten it.");
            }
        }

        return cells;
    }

    private string[]? Refuse(long line, string what, string whatToDo)
    {
        Refuse(new TableProblem(line, Column: null, what, whatToDo));
        return null;
    }

    private void Refuse(TableProblem problem)
    {
        if (headerIsRead)
        {
            report.CountRow();
        }

        report.Add(problem);
    }

    private void ReportMalformed(CsvMalformedRecord record)
    {
        input.BeginRow();
        Refuse(record.Reason switch
        {
            CsvMalformedReason.UnterminatedQuote => new(record.LineNumber, Column: null, "A quote (\") is opened in this row and never closed.", "Close it, or double a quote that belongs to the text."),
            CsvMalformedReason.TextAfterClosingQuote => new(record.LineNumber, Column: null, "Text follows a closing quote (\").", "Put the whole cell into quotes and double those inside."),
            _ => new(record.LineNumber, Column: null, "A quote (\") stands inside a cell that is not quoted.", "Put the whole cell into quotes and double those inside."),
        });
    }
}

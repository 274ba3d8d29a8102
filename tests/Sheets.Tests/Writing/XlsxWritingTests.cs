using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace EmulationPlatform.Sheets.Tests;

public sealed class XlsxWritingTests : IDisposable
{
    private static readonly IReadOnlyList<TableColumn> Columns =
        [new("Đơn vị", ColumnKind.Text), new("kWh", ColumnKind.Number, Decimals: 2), new("Ngày", ColumnKind.Date), new("Lúc", ColumnKind.DateTime), new("Số", ColumnKind.Number) { Width = 9 }];

    private readonly MemoryStream stream = new();

    [Fact]
    public void Given_a_table_When_written_as_workbook_Then_the_standards_schema_finds_no_fault()
    {
        using var book = Written(["=1+1", -1234.567m, new DateOnly(2026, 11, 10), new DateTime(2026, 11, 10, 7, 30, 0, DateTimeKind.Unspecified), 3m], ["\u0001_x0041_\r\n", CellValue.Empty, new DateOnly(1850, 1, 1), CellValue.Empty, "text in a number column"]);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(book).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void Given_a_table_When_written_as_workbook_Then_numbers_dates_and_text_are_stored_as_such()
    {
        using var book = Written(["=1+1", -1234.567m, new DateOnly(2026, 11, 10), new DateTime(2026, 11, 10, 12, 0, 0, DateTimeKind.Unspecified), 3m]);

        Assert.Equal(
            ["inlineStr:=1+1:@", "n:-1234.57:#,##0.00", "n:46336:dd/mm/yyyy", "n:46336.5:dd/mm/yyyy hh:mm:ss", "n:3:#,##0"],
            Cells(book, row: 2).Select(cell => $"{cell.DataType?.InnerText ?? "n"}:{cell.InnerText}:{Format(book, cell)}"));
        Assert.Empty(Sheet(book).Descendants<CellFormula>());
    }

    [Fact]
    public void Given_a_table_When_written_as_workbook_Then_the_header_is_bold_frozen_filtered_and_wide_enough()
    {
        using var book = Written(["a", 1m, CellValue.Empty, CellValue.Empty, 2m]);
        var sheet = Sheet(book);

        var style = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var header = (CellFormat)style.CellFormats!.ElementAt((int)Cells(book, row: 1)[0].StyleIndex!.Value);
        Assert.NotNull(((Font)style.Fonts!.ElementAt((int)header.FontId!.Value)).Bold);
        Assert.Equal((1d, "A2", "frozen"), (sheet.Descendants<Pane>().Single().VerticalSplit!.Value, sheet.Descendants<Pane>().Single().TopLeftCell!.Value, sheet.Descendants<Pane>().Single().State!.InnerText));
        Assert.Equal("A1:E2", sheet.Descendants<AutoFilter>().Single().Reference!.Value);
        Assert.Equal([20, 14, 12, 20, 9], sheet.Descendants<Column>().Select(column => column.Width!.Value));
    }

    [Theory]
    [InlineData("Điện [2026]: a/b?", 1, "Điện  2026   a b")]
    [InlineData("'quoted'", 1, "quoted")]
    [InlineData("///", 1, "Table")]
    [InlineData("A name that is much longer than thirty-one characters", 12, "A name that is much longer (12)")]
    public void Given_any_name_When_made_a_worksheets_name_Then_Excel_takes_it(string wanted, int part, string expected) =>
        Assert.Equal(expected, SheetName.Of(wanted, part));

    [Fact]
    public void Given_more_rows_than_a_worksheet_holds_When_written_Then_they_go_on_with_the_next()
    {
        var rows = Enumerable.Range(1, CellReference.MostRows + 1).Select(number => (IReadOnlyList<CellValue>)[(decimal)number]);
        TableWriter.WriteXlsx(new Table("T", [new("n", ColumnKind.Number)], rows), stream, CancellationToken.None);

        Assert.Equal("1048576:1048575", LastOf("T"));
        Assert.Equal("3:1048577", LastOf("T (2)"));
    }

    [Fact]
    public void Given_the_same_table_When_written_twice_Then_the_bytes_are_the_same()
    {
        using var again = new MemoryStream();
        var table = new Table("T", Columns, [["a", 1m, CellValue.Empty, CellValue.Empty, 2m]]);
        TableWriter.WriteXlsx(table, stream, CancellationToken.None);
        TableWriter.WriteXlsx(table, again, CancellationToken.None);

        Assert.Equal(stream.ToArray(), again.ToArray());
    }

    public void Dispose() => stream.Dispose();

    private static Worksheet Sheet(SpreadsheetDocument book) => book.WorkbookPart!.WorksheetParts.Single().Worksheet!;

    private static Cell[] Cells(SpreadsheetDocument book, uint row) => [.. Sheet(book).Descendants<Row>().Single(found => found.RowIndex! == row).Elements<Cell>()];

    private static string Format(SpreadsheetDocument book, Cell cell)
    {
        var style = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var id = ((CellFormat)style.CellFormats!.ElementAt((int)cell.StyleIndex!.Value)).NumberFormatId!.Value;
        return id == 49 ? "@" : style.NumberingFormats!.Elements<NumberingFormat>().Single(format => format.NumberFormatId! == id).FormatCode!.Value!;
    }

    private SpreadsheetDocument Written(params IReadOnlyList<CellValue>[] rows)
    {
        TableWriter.WriteXlsx(new Table("Số liệu", Columns, rows), stream, CancellationToken.None);
        return SpreadsheetDocument.Open(stream, isEditable: false);
    }

    private string LastOf(string worksheet)
    {
        var report = new ImportReport();
        using var reader = Tables.Xlsx(stream, report, new TableLimits { MaxRows = 2_000_000 }, worksheet);
        var last = reader.Rows(CancellationToken.None).Last();
        Assert.True(report.IsClean, report.ToText());
        return $"{last.Number}:{last.Cells[0]}";
    }
}

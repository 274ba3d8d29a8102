namespace EmulationPlatform.Sheets.Tests;

public sealed class XlsxReadingTests
{
    private const string Header = "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"B3\" t=\"s\"><v>1</v></c></row>";

    private readonly ImportReport report = new();

    [Theory]
    [InlineData("<c r=\"B4\"><v>12.5</v></c>", "12.5", CellKind.Number)]
    [InlineData("<c r=\"B4\"><v>12.300000000000001</v></c>", "12.3", CellKind.Number)]
    [InlineData("<c r=\"B4\"><v>1.2345E-2</v></c>", "0.012345", CellKind.Number)]
    [InlineData("<c r=\"B4\"><v>-1E3</v></c>", "-1000", CellKind.Number)]
    [InlineData("<c r=\"B4\" s=\"3\"><v>2</v></c>", "2", CellKind.Number)]
    [InlineData("<c r=\"B4\" s=\"4\"><v>1.5</v></c>", "1.5", CellKind.Number)]
    [InlineData("<c r=\"B4\" s=\"1\"><v>46336</v></c>", "2026-11-10", CellKind.Time)]
    [InlineData("<c r=\"B4\" s=\"1\"><v>46336.5</v></c>", "2026-11-10T12:00:00", CellKind.Time)]
    [InlineData("<c r=\"B4\" s=\"2\"><v>46336</v></c>", "2026-11-10T00:00:00", CellKind.Time)]
    [InlineData("<c r=\"B4\" s=\"2\"><v>46336.427083333336</v></c>", "2026-11-10T10:15:00", CellKind.Time)]
    [InlineData("<c r=\"B4\" s=\"5\"><v>0.4375</v></c>", "10:30:00", CellKind.Time)]
    [InlineData("<c r=\"B4\" s=\"1\"><v>1</v></c>", "1900-01-01", CellKind.Time)]
    [InlineData("<c r=\"B4\" s=\"1\"><v>61</v></c>", "1900-03-01", CellKind.Time)]
    [InlineData("<c r=\"B4\" t=\"s\"><v>3</v></c>", "line\r", CellKind.Text)]
    [InlineData("<c r=\"B4\" t=\"str\"><f>A1&amp;B1</f><v>text</v></c>", "text", CellKind.Text)]
    [InlineData("<c r=\"B4\"><f>1+1</f><v>2</v></c>", "2", CellKind.Number)]
    [InlineData("<c r=\"B4\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a </t></is></c>", " a ", CellKind.Text)]
    [InlineData("<c r=\"B4\" t=\"b\"><v>1</v></c>", "TRUE", CellKind.Text)]
    [InlineData("<c t=\"inlineStr\"><is/></c><c><v>7</v></c>", "7", CellKind.Number)]
    public void Given_a_stored_cell_When_read_Then_its_text_and_kind_are_what_the_program_shows(string cell, string expected, CellKind kind)
    {
        using var reader = Tables.Xlsx(Zip.Workbook($"{Header}<row/><row r=\"4\">{cell}</row>"), report);

        Assert.Equal(["source", "value"], reader.Headers);
        var row = Assert.Single(reader.Rows(CancellationToken.None));
        Assert.Equal((4, expected, kind), (row.Number, row.Cells[1], row.KindOf(1)));
        Assert.True(report.IsClean, report.ToText());
    }

    [Theory]
    [InlineData("<c r=\"B4\"><f>NOW()</f></c>", "Row 4, column \"value\": A formula has no stored result.")]
    [InlineData("<c r=\"B4\" t=\"e\"><v>#DIV/0!</v></c>", "Row 4, column \"value\": The cell holds the error \"#DIV/0!\".")]
    [InlineData("<c r=\"B4\" t=\"s\"><v>99</v></c>", "Row 4, column \"value\": The cell names a text")]
    [InlineData("<c r=\"B4\" s=\"1\"><v>60</v></c>", "Row 4, column \"value\": \"60\" is not a date")]
    [InlineData("<c r=\"B4\" s=\"1\"><v>-5</v></c>", "Row 4, column \"value\": \"-5\" is not a date")]
    [InlineData("<c r=\"B4\"><v>1e99</v></c>", "Row 4, column \"value\": \"1e99\" is too large")]
    [InlineData("<c r=\"B4\"><v>abc</v></c>", "Row 4, column \"value\": \"abc\" is not a number.")]
    [InlineData("<c r=\"D4\"><v>1</v></c>", "Row 4: Cell \"1\" stands to the right of the last header.")]
    [InlineData("<c r=\"ZZ4\"><v>1</v></c>", "Row 4, column \"ZZ\": The table has more than 10 columns.")]
    [InlineData("<c r=\"B4\" t=\"inlineStr\"><is><t>123456789012345678901</t></is></c>", "Row 4, column \"value\": The cell is longer than 20 characters.")]
    [InlineData("<c r=\"B4\"/><c r=\"A4\"/>", "File: The file is damaged.")]
    [InlineData("<c r=\"B4\"><v>1</v>", "File: The file is damaged.")]
    public void Given_a_faulty_cell_When_read_Then_row_column_and_fault_are_reported(string cell, string expected)
    {
        using var reader = Tables.Xlsx(Zip.Workbook($"{Header}<row r=\"4\">{cell}</row>"), report, new TableLimits { MaxColumns = 10, MaxCellLength = 20 });
        Tables.Shown(reader);

        Assert.StartsWith(expected, Assert.Single(report.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_stored_number_When_Vietnamese_is_declared_Then_its_point_is_no_thousands_separator()
    {
        var map = new ColumnMap(new KnownColumn("source", IsRequired: false), new KnownColumn("value", IsRequired: true));
        using var reader = Tables.Xlsx(Zip.Workbook($"{Header}<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>1.234</t></is></c><c r=\"B4\"><v>1.234</v></c></row>"), report);
        var row = map.Match(reader.Headers, report)!.Of(reader.Rows(CancellationToken.None).Single(), report);

        Assert.Equal(1_234m, row.Number("source", NumberForm.Vietnamese));
        Assert.Equal(1.234m, row.Number("value", NumberForm.Vietnamese));
        Assert.Null(row.Time("value", TimeForm.IsoLocal));
        Assert.Contains("Give the cell a format with date and time.", report.ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other", "second")]
    [InlineData("SỐ LIỆU", "source|value")]
    public void Given_a_worksheet_by_name_When_read_Then_it_is_that_one(string name, string expected)
    {
        using var reader = Tables.Xlsx(Zip.Workbook(Header), report, worksheet: name);

        Assert.Equal(expected, Tables.Shown(reader));
    }

    [Fact]
    public void Given_an_unknown_worksheet_When_read_Then_the_report_names_those_that_exist()
    {
        using var reader = Tables.Xlsx(Zip.Workbook(Header), report, worksheet: "2026");

        Assert.Equal("File: The workbook has no worksheet \"2026\". It has \"Số liệu\", \"Other\".", Assert.Single(report.Problems).ToString());
    }

    [Theory]
    [InlineData("D0-CF-11-E0-A1-B1-1A-E1", "This is a workbook of the old .xls kind, or one with a password.")]
    [InlineData("61-3B-62", "This is not a workbook.")]
    [InlineData("", "This is not a workbook.")]
    [InlineData("50-4B-03-04-00-00", "The file is damaged.")]
    public void Given_another_file_When_read_as_workbook_Then_the_report_says_what_it_is(string bytes, string expected)
    {
        var content = Convert.FromHexString(bytes.Replace("-", "", StringComparison.Ordinal));
        using var reader = Tables.Xlsx(new MemoryStream(content), report);

        Assert.Equal(expected, Assert.Single(report.Problems).What);
    }
}

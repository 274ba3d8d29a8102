using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Sheets.Tests;

public sealed class CsvReadingTests
{
    private readonly ImportReport report = new();

    [Theory]
    [InlineData("a;b\n1;2\n", "a|b/2:1|2")]
    [InlineData("\uFEFFa,b\r\n1,2\r\n", "a|b/2:1|2")]
    [InlineData("a\tb\r1\t2", "a|b/2:1|2")]
    [InlineData("\n\na;b\n\n ; \n1;2\n\n", "a|b/6:1|2")]
    [InlineData("a;b\n1,5;\"2;3\"", "a|b/2:1,5|2;3")]
    [InlineData("\"a,x\";b\n1;2", "a,x|b/2:1|2")]
    [InlineData("a;b\n\"x\"\"y\nz\";2\n3;4", "a|b/2:x\"y\nz|2/4:3|4")]
    [InlineData("a;b;;\n1;2;;\n3", "a|b/2:1|2/3:3|")]
    [InlineData("only\n1,5\n2;5", "only/2:1,5/3:2;5")]
    public void Given_a_csv_When_read_Then_cells_and_line_numbers_are_as_written(string csv, string expected)
    {
        using var reader = Tables.Csv(csv, report);

        Assert.Equal(expected, Tables.Shown(reader));
        Assert.True(report.IsClean, report.ToText());
    }

    [Theory]
    [InlineData("", "File: The file has no rows.")]
    [InlineData("\n \n", "File: The file has no rows.")]
    [InlineData("a;b,c\n1;2", "File: The header line has several of comma, semicolon and tab outside quotes.")]
    [InlineData("a;b\n1;2;3", "Row 2: Cell \"3\" stands to the right of the last header.")]
    [InlineData("a;b\n1;x\"y\n3;4", "Row 2: A quote (\") stands inside a cell that is not quoted.")]
    [InlineData("a;b\n1;\"x\"y\n3;4", "Row 2: Text follows a closing quote (\").")]
    [InlineData("a;b\n1;2\n3;\"x\n", "Row 3: A quote (\") is opened in this row and never closed.")]
    [InlineData("a;\"b\"c\n1;2", "Row 1: Text follows a closing quote (\").")]
    [InlineData("PK\u0003\u0004", "File: This is a workbook, not a CSV.")]
    [InlineData("a;b\n1;\0", "File: The file is not UTF-8 text.")]
    public void Given_a_broken_csv_When_read_Then_the_fault_is_reported(string csv, string expected)
    {
        using var reader = Tables.Csv(csv, report);
        Tables.Shown(reader);

        Assert.StartsWith(expected, Assert.Single(report.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_broken_header_When_read_Then_no_row_is_taken_for_it()
    {
        using var reader = Tables.Csv("a;\"b\"c\n1;2\n3;4", report);

        Assert.Empty(reader.Headers);
        Assert.Empty(reader.Rows(CancellationToken.None));
        Assert.Equal(0, report.RowsRead);
    }

    [Fact]
    public void Given_a_legacy_encoding_When_read_Then_the_line_is_named()
    {
        using var reader = TableReader.Open(new MemoryStream(Encoding.Latin1.GetBytes("a;b\n1;2\né;3")), new TableSource(TableFormat.Csv), report);
        Tables.Shown(reader);

        Assert.Equal("Row 3: The file is not UTF-8 text. Save it as \"CSV UTF-8\".", Assert.Single(report.Problems).ToString());
    }

    [Theory]
    [InlineData("a;b\n1;2\n3;4\n5;6", "Row 4: The table has more than 2 rows. Split the file.")]
    [InlineData("a;b\n123456;2", "Row 2: Cell \"123456\" is longer than 5 characters. Shorten it.")]
    [InlineData("a;b;c;d\n1;2", "Row 1: The row has 4 cells, more than 3. Check the delimiter and the quotes.")]
    public void Given_a_limit_When_a_csv_exceeds_it_Then_the_report_says_which(string csv, string expected)
    {
        using var reader = Tables.Csv(csv, report, limits: new TableLimits { MaxRows = 2, MaxColumns = 3, MaxCellLength = 5 });
        Tables.Shown(reader);

        Assert.Equal(expected, Assert.Single(report.Problems).ToString());
    }

    [Fact]
    public void Given_more_bytes_than_allowed_When_read_Then_reading_stops()
    {
        using var reader = TableReader.Open(new EndlessCsv(1_000_000), new TableSource(TableFormat.Csv) { Limits = new TableLimits { MaxBytes = 100_000 } }, report);
        Tables.Shown(reader);

        Assert.Equal("File: The file is larger than 100000 bytes. Split the file.", Assert.Single(report.Problems).ToString());
    }

    [Fact]
    public void Given_a_quote_that_is_never_closed_When_the_file_is_huge_Then_it_is_not_gathered_in_memory()
    {
        var csv = new EndlessCsv(200_000_000, head: "a;b\n1;\"");
        using var reader = TableReader.Open(csv, new TableSource(TableFormat.Csv) { Limits = TableLimits.Bulk }, report);
        Tables.Shown(reader);

        Assert.Equal("File: A row is longer than 8 MiB. Look for a quote (\") that is opened and never closed.", Assert.Single(report.Problems).ToString());
        Assert.InRange(csv.Given, 0, 20_000_000);
    }

    [Fact]
    public void Given_any_bytes_When_read_Then_nothing_is_thrown() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            using var reader = TableReader.Open(new MemoryStream([.. "a;b\n"u8, .. bytes]), new TableSource(TableFormat.Csv), new ImportReport());
            Tables.Shown(reader);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Given_a_cancelled_import_When_read_Then_it_stops()
    {
        using var reader = Tables.Csv("a;b\n1;2", report);

        Assert.Throws<OperationCanceledException>(() => reader.Rows(new CancellationToken(canceled: true)).Count());
    }
}

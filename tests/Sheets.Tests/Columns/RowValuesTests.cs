namespace EmulationPlatform.Sheets.Tests;

public sealed class RowValuesTests
{
    private static readonly ColumnMap Map = new(
        new KnownColumn("source", IsRequired: true),
        new KnownColumn("at", IsRequired: true),
        new KnownColumn("value", IsRequired: true, "Chỉ số"),
        new KnownColumn("note", IsRequired: false));

    private readonly ImportReport report = new();

    [Fact]
    public void Given_a_good_row_When_read_Then_its_values_are_there_and_the_report_is_clean()
    {
        var row = Single("source;at;Chỉ số;note\n M1 ;10/11/2026 07:30;1.234,5;\n");

        Assert.Equal("M1", row.Text("source"));
        Assert.Equal(new DateTime(2026, 11, 10, 7, 30, 0, DateTimeKind.Unspecified), row.Time("at", TimeForm.Vietnamese)!.Value.WallClock);
        Assert.Equal(1234.5m, row.Number("value", NumberForm.Vietnamese));
        Assert.Null(row.Text("note"));
        Assert.False(row.IsFaulty);
        Assert.True(report.IsClean, report.ToText());
    }

    [Theory]
    [InlineData("M1;2026-11-10T07:30;12,5", "Row 2, column \"Chỉ số\": \"12,5\" is not a number. Write a decimal point and no thousands separators, such as 1234.5; or declare Vietnamese (1.234,5) numbers if the whole file is written so.")]
    [InlineData("M1;2026-11-10T07:30;1\u00A0234", "Row 2, column \"Chỉ số\": \"1<U+00A0>234\" is not a number. Write a decimal point and no thousands separators, such as 1234.5.")]
    [InlineData("M1;10/11/2026 07:30;5", "Row 2, column \"at\": \"10/11/2026 07:30\" is not a date with a time. Write date and time, such as 2026-11-10T07:30:00.")]
    [InlineData(";2026-11-10T07:30;5", "Row 2, column \"source\": The cell is empty. Fill it, or remove the row.")]
    [InlineData("M1;2026-11-10T07:30", "Row 2, column \"Chỉ số\": The cell is empty. Fill it, or remove the row.")]
    public void Given_a_faulty_cell_When_read_Then_one_line_names_row_column_fault_and_remedy(string line, string expected)
    {
        var row = Single("source;at;Chỉ số\n" + line);
        row.Text("source");
        row.Time("at", TimeForm.IsoLocal);
        row.Number("value", NumberForm.Invariant);

        Assert.True(row.IsFaulty);
        Assert.Equal(expected, Assert.Single(report.Problems).ToString());
        Assert.Equal($"1 rows read, 1 problems.\n{expected}", report.ToText());
    }

    [Fact]
    public void Given_a_column_outside_the_map_When_asked_for_Then_that_is_a_bug() =>
        Assert.Throws<ArgumentException>(() => Single("source;at;value\nM1;x;1").Text("sauce"));

    [Fact]
    public void Given_more_problems_than_are_kept_When_shown_Then_the_rest_is_counted()
    {
        for (var row = 1; row <= 1_234; row++)
        {
            report.Add(new TableProblem(row, Column: null, "Wrong.", "Mend it."));
        }

        Assert.Equal(ImportReport.MostKept, report.Problems.Count);
        Assert.Equal(1_234, report.ProblemCount);
        Assert.EndsWith("… and 234 more problems.", report.ToText(), StringComparison.Ordinal);
    }

    private RowValues Single(string csv)
    {
        using var reader = Tables.Csv(csv, report);
        var match = Map.Match(reader.Headers, report);
        return match!.Of(Assert.Single(reader.Rows(CancellationToken.None)), report);
    }
}

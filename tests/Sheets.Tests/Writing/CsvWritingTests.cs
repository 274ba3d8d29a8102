using System.Text;

namespace EmulationPlatform.Sheets.Tests;

public sealed class CsvWritingTests
{
    private static readonly Table Meters = new(
        "Meters",
        [new("Đơn vị", ColumnKind.Text), new("kWh", ColumnKind.Number, Decimals: 1), new("Ngày", ColumnKind.Date), new("Lúc", ColumnKind.DateTime)],
        [["Văn phòng; \"A\"", -1234.5m, new DateOnly(2026, 11, 10), new DateTime(2026, 11, 10, 7, 30, 0, DateTimeKind.Unspecified)], [CellValue.Empty, CellValue.Empty, CellValue.Empty, CellValue.Empty]]);

    [Theory]
    [InlineData(NumberForm.Vietnamese, "\uFEFFĐơn vị;kWh;Ngày;Lúc\r\n\"Văn phòng; \"\"A\"\"\";-1234,5;10/11/2026;10/11/2026 07:30:00\r\n;;;\r\n")]
    [InlineData(NumberForm.Invariant, "\uFEFFĐơn vị,kWh,Ngày,Lúc\r\n\"Văn phòng; \"\"A\"\"\",-1234.5,2026-11-10,2026-11-10 07:30:00\r\n,,,\r\n")]
    public void Given_a_table_When_written_Then_spreadsheets_of_that_form_read_it(NumberForm form, string expected)
    {
        using var stream = new MemoryStream();
        TableWriter.WriteCsv(Meters, stream, form, CancellationToken.None);

        Assert.Equal(expected, Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")")]
    [InlineData("+84 24 1234", "'+84 24 1234")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("-5", "'-5")]
    [InlineData("-", "'-")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠A1", "'＠A1")]
    [InlineData("a=1", "a=1")]
    [InlineData("'=1", "'=1")]
    [InlineData("", "")]
    [InlineData("Phòng 1", "Phòng 1")]
    public void Given_text_that_could_run_When_written_as_csv_Then_an_apostrophe_stops_it(string text, string expected)
    {
        using var stream = new MemoryStream();
        TableWriter.WriteCsv(new Table("T", [new(text, ColumnKind.Text), new("end", ColumnKind.Text)], [[text, "x"]]), stream, NumberForm.Vietnamese, CancellationToken.None);

        stream.Position = 0;
        using var csv = CsvHelper.CsvReader.Create(stream, new() { Separator = ';', HasHeader = false }, leaveOpen: true);
        Assert.True(csv.Read());
        Assert.Equal(expected, csv.GetString(0));
        Assert.True(csv.Read());
        Assert.Equal(expected, csv.GetString(0));
    }

    [Fact]
    public void Given_negative_numbers_When_written_as_csv_Then_they_stay_numbers()
    {
        using var stream = new MemoryStream();
        TableWriter.WriteCsv(new Table("T", [new("n", ColumnKind.Number, 2)], [[-5m]]), stream, NumberForm.Vietnamese, CancellationToken.None);

        Assert.EndsWith("\r\n-5,00\r\n", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }
}

using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Sheets.Tests;

/// <summary>What is written is read again, cell by cell.</summary>
public sealed class RoundTripProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(500);

    private static readonly IReadOnlyList<TableColumn> Columns =
        [new("Tên", ColumnKind.Text), new("Số", ColumnKind.Number, Decimals: 6), new("Ngày", ColumnKind.Date), new("Lúc", ColumnKind.DateTime), new("Hết", ColumnKind.Text)];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements("", "Phòng Tổ chức", "a;b,c\td", "\"quoted\"", "two\r\nlines", " spaces ", "=1+1", "-", "_x000D_", "_x000D\r", "__x005F_", "😀", "\u0001\u000B", "1.234,5", "'"),
        Gen.Choose(1, 0x2FFF).Select(code => (char)code).ArrayOf().Select(letters => new string(letters)));

    private static readonly Gen<CellValue[]> Rows =
        from text in Texts
        from micro in Gen.Choose(int.MinValue, int.MaxValue)
        from scale in Gen.Elements(0.000001m, 0.001m, 1m, 0m)
        from day in Gen.Choose(0, 100_000)
        from second in Gen.Choose(0, 86_399)
        let date = new DateOnly(1900, 3, 1).AddDays(day)
        select (CellValue[])[text, micro * scale, day % 7 == 0 ? CellValue.Empty : date, date.ToDateTime(TimeOnly.MinValue).AddSeconds(second), "."];

    [Theory]
    [InlineData(NumberForm.Vietnamese, TimeForm.Vietnamese)]
    [InlineData(NumberForm.Invariant, TimeForm.IsoLocal)]
    public void Given_any_table_When_written_as_csv_and_read_Then_its_cells_are_the_same(NumberForm numbers, TimeForm times) =>
        Prop.ForAll(Rows.ArrayOf().ToArbitrary(), rows =>
        {
            using var stream = new MemoryStream();
            TableWriter.WriteCsv(new Table("T", Columns, rows), stream, numbers, CancellationToken.None);
            stream.Position = 0;
            Assert.Equal(rows.Select(row => Shown(row, FormulaGuard.Guarded)), Read(stream, new TableSource(TableFormat.Csv), (numbers, times)));
        }).Check(Many);

    [Fact]
    public void Given_any_table_When_written_as_workbook_and_read_Then_its_cells_are_the_same() =>
        Prop.ForAll(Rows.ArrayOf().ToArbitrary(), rows =>
        {
            using var stream = new MemoryStream();
            TableWriter.WriteXlsx(new Table("T", Columns, rows), stream, CancellationToken.None);
            Assert.Equal(rows.Select(row => Shown(row, text => text)), Read(stream, new TableSource(TableFormat.Xlsx), (NumberForm.Vietnamese, TimeForm.Vietnamese)));
        }).Check(Many);

    private static string Shown(CellValue[] row, Func<string, string> text) =>
        Line(text((string?)row[0].Content ?? ""), (decimal?)row[1].Content, (DateOnly?)row[2].Content, (DateTime?)row[3].Content);

    private static List<string> Read(Stream stream, TableSource source, (NumberForm Numbers, TimeForm Times) form)
    {
        var report = new ImportReport();
        using var reader = TableReader.Open(stream, source, report);
        var match = new ColumnMap([.. Columns.Select(column => new KnownColumn(column.Header, IsRequired: false))]).Match(reader.Headers, report)!;
        var lines = new List<string>();
        foreach (var row in reader.Rows(CancellationToken.None))
        {
            var values = match.Of(row, report);
            lines.Add(Line(row.Cells[0], values.Number("Số", form.Numbers), values.Date("Ngày", form.Times), values.Time("Lúc", form.Times)?.WallClock));
        }

        Assert.True(report.IsClean, report.ToText());
        return lines;
    }

    private static string Line(string text, decimal? number, DateOnly? date, DateTime? time) =>
        string.Create(CultureInfo.InvariantCulture, $"{text}|{number:0.000000}|{date:yyyy-MM-dd}|{time:yyyy-MM-ddTHH:mm:ss}");
}

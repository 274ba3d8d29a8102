namespace EmulationPlatform.Sheets.Tests;

/// <summary>Measured while no other test uses memory.</summary>
[Collection(nameof(Alone))]
public sealed class CsvMemoryTests
{
    private readonly ImportReport report = new();

    [Fact]
    public void Given_millions_of_rows_When_read_Then_memory_does_not_grow_with_them()
    {
        using var reader = TableReader.Open(new EndlessCsv(30_000_000), new TableSource(TableFormat.Csv) { Limits = TableLimits.Bulk }, report);
        long? early = null;
        var late = 0L;
        foreach (var _ in reader.Rows(CancellationToken.None).Where(row => row.Number % 100_000 == 0))
        {
            late = GC.GetTotalMemory(forceFullCollection: true);
            early ??= late;
        }

        Assert.InRange(report.RowsRead, 1_000_000, 10_000_000);
        Assert.InRange(late - early!.Value, long.MinValue, 5_000_000);
        Assert.True(report.IsClean);
    }
}

using EmulationPlatform.Sheets;
using EmulationPlatform.Units.Importing;
using EmulationPlatform.Units.Tests.Support;

namespace EmulationPlatform.Units.Tests.Importing;

/// <summary>History is taken in as a whole, whenever the host is stopped.</summary>
public sealed class HistoryImportTests
{
    private const string Meter = "m/1";

    [Fact]
    public async Task Given_an_import_that_had_begun_When_the_host_starts_again_Then_all_of_it_is_there_once_and_nothing_is_left_over()
    {
        await using var test = await TestAgency.StartAsync();
        using var files = new TempFolder();
        await test.SendAsync(Meter, Some.Local(7, 31), 5_000);
        var options = new ImportOptions(await FileAsync(files, 10_000), "lan") { Source = Some.Meter(Meter).Id, Numbers = NumberForm.Invariant };
        var journal = new ImportJournal(test.Database.Folder);
        ImportJournal.Begin(journal.Copy(options.File), options);
        journal.Copy(options.File);
        File.Delete(options.File);
        await test.SendAsync(Meter, Some.Local(1, 1).Plus(TimeSpan.FromMinutes(7)), 7);

        await test.RestartAsync();

        Assert.Equal(10_001, test.Stored(Meter).Count);
        Assert.Empty(journal.Unfinished());
        Assert.Empty(Directory.GetFiles(Path.Combine(test.Database.Folder, "imports")));
        await test.RestartAsync();
        Assert.Equal(10_001, test.Stored(Meter).Count);
    }

    [Fact]
    public async Task Given_history_with_a_fault_in_its_last_row_When_imported_Then_nothing_is_taken_now_or_at_the_next_start()
    {
        await using var test = await TestAgency.StartAsync();
        using var files = new TempFolder();
        await test.SendAsync(Meter, Some.Local(7, 31), 5_000);
        var file = await FileAsync(files, 100);
        await File.AppendAllTextAsync(file, "2026-02-30T00:00:00+07:00;x\n");

        var result = await test.Agency.Imports.ImportAsync(
            new ImportOptions(file, "lan") { Source = "nobody", Numbers = NumberForm.Invariant }, _ => { }, default).InTimeAsync();

        Assert.False(result.Done);
        Assert.Equal(3, result.Text.Split('\n').Count(line => line.StartsWith("Row 102,", StringComparison.Ordinal)));
        await test.RestartAsync();
        Assert.Single(test.Stored(Meter));
        Assert.Empty(Directory.GetFiles(Path.Combine(test.Database.Folder, "imports")));
    }

    [Theory]
    [InlineData("unit;name;headcount;area\nBAD ID;;-1;x", 4)]
    [InlineData("topic;metric;unit;factor;kind\n;gas;nobody;0;x", 5)]
    [InlineData("unit;metric;year;total;reference\nnobody;gas;1;-5;", 5)]
    public async Task Given_a_row_with_several_mistakes_When_imported_Then_each_is_named(string text, int mistakes)
    {
        await using var test = await TestAgency.StartAsync();
        using var files = new TempFolder();
        var file = Path.Combine(files.Path, "list.csv");
        await File.WriteAllTextAsync(file, text);

        var result = await test.Agency.Imports.ImportAsync(new ImportOptions(file, "lan") { Numbers = NumberForm.Invariant }, _ => { }, default).InTimeAsync();

        Assert.Equal(mistakes, result.Text.Split('\n').Count(line => line.StartsWith("Row 2,", StringComparison.Ordinal)));
    }

    private static async Task<string> FileAsync(TempFolder folder, int rows)
    {
        var start = Some.Local(1, 1).ToDateTimeOffset().ToOffset(TimeSpan.FromHours(7));
        var file = Path.Combine(folder.Path, "history.csv");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, rows)
            .Select(row => $"{start.AddMinutes(row):yyyy-MM-dd'T'HH:mm:sszzz};{row}").Prepend("at;value"));
        return file;
    }
}

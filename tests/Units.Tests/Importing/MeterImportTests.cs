using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Importing;
using EmulationPlatform.Units.Tests.Facilities;
using EmulationPlatform.Units.Tests.Support;

namespace EmulationPlatform.Units.Tests.Importing;

/// <summary>A list of meters can do no more than a person on the meters' pages.</summary>
public sealed class MeterImportTests : FacilitiesStory
{
    [Theory]
    [InlineData("source,factor", "{0},40")]
    [InlineData("source,unit", "{0},hai")]
    [InlineData("source,maxRate", "{0},500")]
    public async Task Given_a_meter_that_counts_When_a_row_alters_what_it_counted_without_a_reason_Then_nothing_is_imported(string header, string row)
    {
        await ShowsAsync(100, 110);

        var result = await ImportAsync(header, row);

        Assert.False(result.Done);
        Assert.Contains("column \"reason\"", result.Text, StringComparison.Ordinal);
        Assert.Contains("--reason", result.Text, StringComparison.Ordinal);
        Assert.Equal(10m, await Test.UseAsync(Unit));
    }

    [Theory]
    [InlineData("source,factor,reason", "{0},40,transformers", null)]
    [InlineData("source,factor", "{0},40", "transformers")]
    [InlineData("source,factor,lý do", "{0},40,transformers", "something else")]
    public async Task Given_a_reason_in_the_row_or_for_the_file_When_imported_Then_it_counts_so_and_the_reason_stands_in_the_history(string header, string row, string? reason)
    {
        await ShowsAsync(100, 110);

        Assert.True((await ImportAsync(header, row, reason)).Done);

        Assert.Equal(400m, await Test.UseAsync(Unit));
        Assert.Equal("transformers (meters.csv)", (await Desk.SettingsAsync(Id, default).InTimeAsync())[0].Reason);
    }

    [Theory]
    [InlineData("source,label,place", "{0},Tầng 2,Tủ điện")]
    [InlineData("source,unit,factor", "{0},mot,1")]
    [InlineData("topic,metric,unit,factor", "m/new,electricity,hai,40")]
    public async Task Given_names_first_assignments_or_what_is_so_already_When_imported_Then_no_reason_is_needed(string header, string row)
    {
        await ShowsAsync(100, 110);

        Assert.True((await ImportAsync(header, row)).Done);
    }

    [Fact]
    public async Task Given_a_sum_that_counts_When_a_row_gives_its_term_to_a_unit_Then_it_is_refused()
    {
        await Test.SendAsync(Meter, At(1), 100);
        await Desk.AddVirtualAsync(new VirtualSource("virtual-all", "electricity", null, [new(Id, 1m)], "a sum") { Unit = Unit }, Author, default).InTimeAsync();

        var result = await ImportAsync("source,unit,reason", "{0},hai,because");

        Assert.Contains("virtual-all adds it up", result.Text, StringComparison.Ordinal);
    }

    private async Task<ImportResult> ImportAsync(string header, string row, string? reason = null)
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "meters.csv");
        await File.WriteAllTextAsync(file, header + "\n" + row.Replace("{0}", Id, StringComparison.Ordinal));
        var options = new ImportOptions(file, Author) { Kind = ImportKind.Meters, Reason = reason };
        return await Test.Agency.Imports.ImportAsync(options, _ => { }, default).InTimeAsync();
    }
}

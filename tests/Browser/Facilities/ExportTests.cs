using System.IO.Compression;
using System.Xml.Linq;
using EmulationPlatform.EndToEnd.Support;

namespace EmulationPlatform.Browser.Facilities;

/// <summary>The table of meters is taken home as a file.</summary>
[Collection(OneFacilitiesHost.Name)]
public sealed class ExportTests(FacilitiesInBrowser facilities)
{
    [SkippableFact]
    public async Task Given_a_meter_When_the_table_is_downloaded_as_CSV_Then_the_meter_is_in_it_with_Vietnamese_numbers()
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        var source = await AddMeterAsync("tai-csv");

        var lines = (await DownloadAsync("CSV", "meters.csv", file => new StreamReader(file).ReadToEndAsync())).Split("\r\n");

        Assert.Contains(';', lines[0]);
        Assert.Contains("1234,5", Assert.Single(lines, line => line.Contains(source, StringComparison.Ordinal)).Replace(".", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Given_a_meter_When_the_table_is_downloaded_as_XLSX_Then_it_is_a_workbook_with_the_meter_and_a_true_number()
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        var source = await AddMeterAsync("tai-xlsx");

        var sheets = await DownloadAsync("XLSX", "meters.xlsx", async file =>
        {
            await using var workbook = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null);
            var parts = workbook.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal));
            return parts.ToDictionary(part => part.FullName, part => XDocument.Load(part.Open()).ToString());
        });

        Assert.Contains(sheets.Values, text => text.Contains(source, StringComparison.Ordinal));
        Assert.Contains(sheets, sheet => sheet.Key.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal) && sheet.Value.Contains(">1234.5<", StringComparison.Ordinal));
    }

    private Task<string> AddMeterAsync(string name) => facilities.AddMeterAsync(name, (Meter.HoursAgo(3), 1_200), (Meter.HoursAgo(2), 1_234.5m));

    private async Task<T> DownloadAsync<T>(string link, string name, Func<Stream, Task<T>> read)
    {
        await using var visit = await facilities.OpenAsync("/facilities?tab=meters");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator(".exports").GetByText(link, new() { Exact = true }).ClickAsync());
        Assert.Equal(name, download.SuggestedFilename);
        await using var file = await download.CreateReadStreamAsync();
        return await read(file);
    }
}

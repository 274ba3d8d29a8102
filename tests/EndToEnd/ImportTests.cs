using System.Globalization;
using System.Text;
using EmulationPlatform.EndToEnd.Support;

namespace EmulationPlatform.EndToEnd;

/// <summary>Lists and history as an operator imports them.</summary>
[Collection(OneServingHost.Name)]
public sealed class ImportTests(ServingHost host) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("emulation-import-").FullName;

    [Fact]
    public async Task Given_lists_of_units_meters_and_base_years_When_they_are_imported_twice_Then_all_is_there_once()
    {
        using var api = host.Api;
        string[][] imports =
        [
            [await WriteAsync("units.csv", "Đơn vị;Tên đơn vị;Khối;Số người;Diện tích;Từ ngày\nnhap-1;Phòng Nhập một;nhom-a;12;340,5;01/01/2026"), "--numbers", "vi", "--times", "vi"],
            [await WriteAsync("meters.csv", "topic,metric,label,place,unit,factor,maxRate\nimport/one,electricity,Công tơ tổng,Tầng 1,nhap-1,40,200\nimport/two,water,Đồng hồ nước,Sân,nhap-1,,")],
            [await WriteAsync("base.csv", "unit;metric;year;total;reference\nnhap-1;electricity;2025;120.000,5;Hóa đơn 2025"), "--numbers", "vi"],
        ];

        foreach (var import in imports)
        {
            var first = await ImportAsync(import);
            Assert.True(first.ExitCode == 0, first.Error);
            var second = await ImportAsync(import);
            Assert.True(second.ExitCode == 0 && second.Output.Contains(" 0 new or changed", StringComparison.Ordinal), second.Output + second.Error);
        }

        var meter = Assert.Single(await api.ListAsync("/api/v1/sources?topic=import/one"));
        Assert.Equal(("nhap-1", 40m, 200m), ((string?)meter!["unit"], (decimal)meter["factor"]!, (decimal)meter["maxRate"]!));
        var baseline = Assert.Single(await api.ListAsync("/api/v1/units/nhap-1/baselines"));
        Assert.True((bool)baseline!["flat"]!);
    }

    [Fact]
    public async Task Given_a_list_with_faults_When_it_is_imported_Then_each_is_named_by_row_and_nothing_is_taken()
    {
        using var api = host.Api;
        var file = await WriteAsync("faults.csv", "topic;metric;unit;factor\nimport/good;electricity;;2\nimport/bad;gas;no-such-unit;1,5\n;;;0");

        var result = await ImportAsync([file]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Row 3, column \"metric\"", result.Error, StringComparison.Ordinal);
        Assert.Contains("Row 4", result.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported.", result.Error, StringComparison.Ordinal);
        Assert.Empty(await api.ListAsync("/api/v1/sources?topic=import/good"));
    }

    [Fact]
    public async Task Given_a_year_of_history_When_it_is_imported_twice_Then_it_counts_once_and_what_contradicts_is_refused()
    {
        using var api = host.Api;
        var source = await host.PublishAsync(new Meter("lich-su"), (Meter.HoursAgo(1), 10_000));
        var file = await WriteAsync("history.csv", History(out var last));

        var first = await ImportAsync([file, "--source", source, "--numbers", "vi", "--times", "vi"]);
        var second = await ImportAsync([file, "--source", source, "--numbers", "vi", "--times", "vi"]);
        var wrong = await ImportAsync([await WriteAsync("wrong.csv", "at;value\n01/01/2025 00:00;77"), "--source", source, "--times", "vi"]);

        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Contains("35040 rows: 35040 new", first.Output, StringComparison.Ordinal);
        Assert.Contains("35040 rows: 0 new", second.Output, StringComparison.Ordinal);
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("is stored already", wrong.Error, StringComparison.Ordinal);
        var year = await api.ConsumptionAsync(source, new(2025, 1, 1, 0, 0, 0, TimeSpan.FromHours(7)), new(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(7)), "month");
        Assert.Equal(12, year["rows"]!.AsArray().Count);
        Assert.True(Math.Abs(Office.SumOf(year) - last) < 0.5m, $"{Office.SumOf(year)} and {last}");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>A year every quarter of an hour, a quarter of a kilowatt-hour each, as a Vietnamese spreadsheet writes it.</summary>
    private static string History(out decimal last)
    {
        var text = new StringBuilder("at;value\n");
        var at = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        var value = 0m;
        for (; at.Year == 2025; at = at.AddMinutes(15), value += 0.25m)
        {
            text.Append(at.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)).Append(';')
                .Append(value.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',')).Append('\n');
        }

        last = value;
        return text.ToString();
    }

    private async Task<string> WriteAsync(string name, string text)
    {
        var file = Path.Combine(folder, name);
        await File.WriteAllTextAsync(file, text);
        return file;
    }

    private Task<CommandResult> ImportAsync(string[] words) => Command.HostAsync(["source", "import", .. words, "--data", host.Setup.DataFolder]);
}

using System.Net;
using System.Xml.Linq;
using EmulationPlatform.Sdk;
using EmulationPlatform.Sheets;
using EmulationPlatform.Units.Access;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Web.Api.Export;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Tests.Support;
using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Tests.Api;

/// <summary>Lists as CSV and workbook.</summary>
public sealed class TableApiTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Theory]
    [InlineData("/api/v1/sources")]
    [InlineData("/api/v1/meters")]
    [InlineData("/api/v1/units")]
    [InlineData("/api/v1/worklist")]
    [InlineData("/api/v1/alerts")]
    [InlineData("/api/v1/quarantine")]
    [InlineData("/api/v1/unmatched")]
    [InlineData("/api/v1/audit")]
    [InlineData("/api/v1/snapshots")]
    [InlineData("/api/v1/units/bang/baselines/versions")]
    [InlineData("/api/v1/units/bang/baselines")]
    [InlineData("/api/v1/baselines")]
    [InlineData("/api/v1/scoreboard")]
    [InlineData("/api/v1/scoreboard?unit=bang")]
    [InlineData("/api/v1/meters?unassigned=true")]
    [InlineData("/api/v1/usage?metric=water")]
    [InlineData("/api/v1/sources/SOURCE/events")]
    [InlineData("/api/v1/sources/SOURCE/readings")]
    [InlineData("/api/v1/sources/SOURCE/consumption")]
    public async Task Given_a_list_When_wanted_as_a_table_Then_it_is_CSV_or_a_workbook_with_headers_in_both_languages(string path)
    {
        await web.AddUnitAsync("bang");
        using var client = await web.ClientAsync(Role.Admin);
        var source = await web.AddSourceAsync("bang/dien", 1_234.5m);
        var address = path.Replace("SOURCE", source, StringComparison.Ordinal) + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?");

        var (vietnamese, english) = (await TextAsync(client, address + "format=csv&lang=vi"), await TextAsync(client, address + "format=csv&lang=en"));
        using var workbook = await client.GetAsync(new Uri(address + "format=xlsx", UriKind.Relative));
        var (status, problem) = await client.SendAsync("GET", address + "format=pdf");

        Assert.Equal(vietnamese.Split('\n')[0].Count(c => c == ';'), english.Split('\n')[0].Count(c => c == ','));
        Assert.NotEqual(vietnamese.Split('\n')[0], english.Split('\n')[0]);
        Assert.Equal(XlsxType, workbook.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith(".xlsx", workbook.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), (await workbook.Content.ReadAsByteArrayAsync())[..2]);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(["format"], Call.Fields(problem));
    }

    [Theory]
    [InlineData("vi", "01/03/2026 00:00:00;1234,500000000;")]
    [InlineData("invariant", "2026-03-01 00:00:00,1234.500000000,")]
    public async Task Given_readings_When_exported_Then_numbers_and_times_are_in_the_form_asked_for(string numbers, string expected)
    {
        using var client = await web.ClientAsync(Role.Viewer);
        var source = await web.AddSourceAsync("so/dien", "electricity", (Instant.From(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(7))), 1_234.5m));

        var text = await TextAsync(client, $"/api/v1/sources/{source}/readings?format=csv&numbers={numbers}");

        Assert.StartsWith(expected, text.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_board_When_exported_Then_each_unit_has_a_row_for_each_target()
    {
        await web.AddUnitAsync("mot-dong");
        using var client = await web.ClientAsync(Role.Viewer);

        var rows = (await TextAsync(client, "/api/v1/scoreboard?format=csv&numbers=invariant&unit=mot-dong")).TrimEnd().Split('\n')[1..];
        var (status, _) = await client.SendAsync("GET", "/api/v1/scoreboard?unit=nobody");

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.StartsWith("mot-dong,", row, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Theory]
    [InlineData("/sources", "/api/v1/sources?format=xlsx")]
    [InlineData("/facilities?tab=unassigned", "/api/v1/meters?unassigned=true&amp;format=csv")]
    [InlineData("/facilities/baselines", "/api/v1/baselines?format=csv")]
    [InlineData("/admin/unmatched", "/api/v1/unmatched?format=csv")]
    [InlineData("/admin/quarantine", "/api/v1/quarantine?limit=1000&amp;format=csv")]
    [InlineData("/units/bang", "/api/v1/sources?unit=bang&amp;format=csv")]
    [InlineData("/units/bang", "/api/v1/scoreboard?unit=bang&amp;format=xlsx")]
    public async Task Given_a_page_with_a_table_When_shown_Then_the_table_is_there_as_a_file(string page, string file)
    {
        await web.AddUnitAsync("bang");
        using var client = await web.ClientAsync(Role.Admin);
        await web.AddSourceAsync("chua-gan/dien", 1m);
        await client.DoneAsync("PUT", "/api/v1/units/bang/baselines/water", """{"year":2025,"total":12,"reference":"HĐ"}""");

        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));

        Assert.Contains($"href=\"{file}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_alerts_beside_findings_When_the_worklist_is_a_table_Then_both_have_rows()
    {
        var at = new DateTimeOffset(2026, 7, 31, 1, 0, 0, TimeSpan.FromHours(7));
        var alert = new AlertJson("m", "Bể nước", "bang", AlertKind.NightFlow, at, 1.5m, null, "m3", null, null);
        var found = new FindingJson(FindingKind.Gap, "n", "Tầng 2", null, at, at, 1, 2, 1, "kWh", NeedsDecision: false);

        var table = Tables.Worklist.For(new WorklistJson([found], [alert]), new ColumnTexts(Words.Vietnamese));

        Assert.Equal([CellValue.From("Nước chảy suốt đêm"), CellValue.From("Gián đoạn")], table.Rows.Select(row => row[0]));
    }

    [Fact]
    public async Task Given_a_name_that_is_a_formula_When_exported_Then_it_is_text()
    {
        using var client = await web.ClientAsync(Role.Admin);
        await client.DoneAsync("PUT", "/api/v1/units/cong-thuc", """{"name":"=1+1"}""");

        Assert.Contains("'=1+1", await TextAsync(client, "/api/v1/units?format=csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Given_the_two_languages_When_compared_Then_both_have_every_header() =>
        Assert.Equal(Keys("Columns.resx"), Keys("Columns.en.resx"));

    [Fact]
    public void Given_a_header_or_word_When_a_table_asks_for_it_Then_it_is_there()
    {
        var known = Keys("Columns.resx").ToHashSet();
        var headers = typeof(Web.Api.Export.Tables).GetFields().Select(field => (dynamic)field.GetValue(null)!)
            .SelectMany(table => ((IReadOnlyList<string>)table.Keys).Append("Table." + (string)table.Name));

        Assert.DoesNotContain(headers, key => !known.Contains(key));
    }

    [Theory]
    [InlineData(typeof(Units.Facilities.MeterState))]
    [InlineData(typeof(Units.Facilities.FindingKind))]
    [InlineData(typeof(Units.Facilities.AlertKind))]
    [InlineData(typeof(SourceEventKind))]
    [InlineData(typeof(SourceKind))]
    [InlineData(typeof(FlowDirection))]
    [InlineData(typeof(Units.Views.SourceHealth))]
    [InlineData(typeof(Storage.Records.BaselineOrigin))]
    [InlineData(typeof(Web.Api.Shapes.BaselineState))]
    [InlineData(typeof(DataState))]
    public void Given_a_closed_set_of_words_When_exported_Then_each_has_a_text(Type type) =>
        Assert.Empty(Enum.GetNames(type).Select(name => $"{type.Name}.{name}").Except(Keys("Columns.resx")));

    private static IReadOnlyList<string> Keys(string file) =>
        [.. XDocument.Load(Path.Combine(AppContext.BaseDirectory, "source", "Api", "Export", file)).Root!.Elements("data").Select(data => data.Attribute("name")!.Value)];

    private static async Task<string> TextAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsStringAsync();
    }
}

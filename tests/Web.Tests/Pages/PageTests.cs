using AngleSharp.Html.Dom;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Units.Access;
using EmulationPlatform.Units.Views;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Pages;
using EmulationPlatform.Web.Parts;
using EmulationPlatform.Web.Tests.Support;
using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Tests.Pages;

public sealed class PageTests
{
    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Given_a_board_When_rendered_Then_it_is_the_approved_page(string language) =>
        Approved.Same($"board.{language}.html", Support.Pages.Pretty(await BoardAsync(language)));

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Given_a_unit_When_rendered_Then_it_is_the_approved_page(string language) =>
        Approved.Same($"unit.{language}.html", Support.Pages.Pretty(await UnitAsync(language)));

    [Fact]
    public async Task Given_a_unit_without_a_baseline_When_shown_Then_a_dash_and_the_reason_stand_for_its_score()
    {
        var tile = (await BoardAsync("vi")).QuerySelector("[data-unit=ke-hoach]")!;

        Assert.Equal("—", tile.QuerySelector(".score [data-field=score]")!.TextContent);
        Assert.Equal("Chưa có số liệu gốc", tile.QuerySelector(".score .badge")!.TextContent.Trim());
        Assert.Equal("", tile.GetAttribute("data-band"));
    }

    [Fact]
    public async Task Given_a_figure_older_than_its_limit_When_shown_Then_it_says_so()
    {
        var figure = (await BoardAsync("vi")).QuerySelector("[data-unit=van-phong] [data-old=true]")!;

        Assert.Contains("Dữ liệu cũ", figure.TextContent, StringComparison.Ordinal);
        Assert.Contains("3 ngày trước", figure.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_every_number_on_the_board_When_shown_Then_a_state_stands_beside_it()
    {
        var board = await BoardAsync("vi");

        Assert.All(board.QuerySelectorAll(".unit .figure"), figure =>
        {
            Assert.NotNull(figure.QuerySelector(".badge"));
            Assert.NotNull(figure.QuerySelector("time"));
            Assert.NotEqual("", figure.QuerySelector(".measure")!.TextContent);
        });
    }

    /// <summary>A whole agency of which most is not known yet: still one screen a unit at most, without any script.</summary>
    [Fact]
    public async Task Given_a_board_of_which_most_is_silent_When_shown_Then_a_tile_is_a_few_lines_and_the_page_stays_small()
    {
        var row = Some.KyThuat();
        var silent = Enumerable.Range(1, 24).Select(i => new TargetScore(
            Some.Plan.Targets[0] with { Id = $"t{i}", Name = new($"Chỉ tiêu {i}", $"Target {i}") }, 4m, DataState.NotDue, null, new IndicatorResult(DataState.NotDue, null, 0m), "sáng kiến"));
        var card = row.Card with { Targets = [.. row.Card.Targets, .. silent] };
        var rows = Enumerable.Range(1, 12).Select(i => row with { Unit = $"u{i}", Card = card }).ToArray();
        var organisation = Some.Organisation() with
        {
            Targets = [.. Some.Organisation().Targets, .. card.Targets.Skip(2).Select(score => new OrganisationTarget(score.Target, 0, 0, 0, score))],
        };

        var board = await BoardAsync("vi", Some.Board(42, rows) with { Organisation = organisation });

        Assert.InRange(board.Body!.OuterHtml.Length, 1, 350_000);
        foreach (var fold in board.QuerySelectorAll("details > :not(summary)"))
        {
            fold.Remove();
        }

        Assert.All(board.QuerySelectorAll(".groups .unit"), tile =>
        {
            Assert.DoesNotContain("—", tile.TextContent, StringComparison.Ordinal);
            Assert.InRange(tile.QuerySelectorAll(".figure, details").Length, 1, 6);
            Assert.Contains("24 chỉ tiêu chưa có số liệu", tile.TextContent, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("0/0", board.QuerySelector(".organisation")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_measure_of_the_plan_When_shown_Then_each_language_has_its_own_name()
    {
        LocalizedText[] measures = [new("tờ", "sheets"), new("sáng kiến", "initiatives")];

        Assert.Equal(("sheets", "tờ", "kWh"), (Words.English.Knowing(measures).Measure("tờ"), Words.Vietnamese.Knowing(measures).Measure("tờ"), Words.English.Knowing(measures).Measure("kWh")));
    }

    [Fact]
    public async Task Given_a_page_When_rendered_Then_nothing_in_it_is_inline()
    {
        foreach (var page in new[] { await BoardAsync("vi"), await UnitAsync("vi") })
        {
            Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
            Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Given_the_list_of_sources_When_shown_Then_an_unassigned_one_has_a_form()
    {
        var page = await Support.Pages.RenderAsync<SourceList>(
            Words.Vietnamese,
            (nameof(SourceList.Sources), new[] { SourceJson.Of(Some.Source(unit: null), Some.Calendar) }),
            (nameof(SourceList.Units), new[] { new UnitJson("van-phong", new("Văn phòng", "Office"), "", [], []) }),
            (nameof(SourceList.CanAssign), true));

        var form = page.QuerySelector("tr.unassigned form")!;
        Assert.Equal("/sources/tele-ky-thuat-electricity-1/assign", form.GetAttribute("action"));
        Assert.NotNull(form.QuerySelector("input[type=hidden]"));
        Assert.Equal(["", "van-phong"], form.QuerySelectorAll("option").Select(option => option.GetAttribute("value")!));
    }

    [Fact]
    public async Task Given_a_payload_from_outside_When_shown_Then_it_is_text_and_nothing_else()
    {
        var entry = new QuarantineView(7, "mqtt", "a/<b>", "<script>alert(1)</script>"u8.ToArray(), "badPayload", "Không đọc được.", Some.At(9), null);

        var page = await Support.Pages.RenderAsync<QuarantineTable>(
            Words.Vietnamese,
            (nameof(QuarantineTable.Entries), new[] { entry }), (nameof(QuarantineTable.Calendar), Some.Calendar), (nameof(QuarantineTable.CanReplay), true));

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Contains("<script>alert(1)</script>", page.QuerySelector("td code")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_plugin_that_failed_When_shown_Then_its_reason_is_there()
    {
        var plugin = new PluginView("Snmp", "snmp", "connector", new("Máy in", "Printers"), "failed", "Could not load.", null);

        var page = await Support.Pages.RenderAsync<PluginTable>(Words.English, (nameof(PluginTable.Plugins), new[] { plugin }));

        Assert.Contains("Could not load.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("failed", page.QuerySelector(".badge")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_unit_with_a_score_and_too_little_coverage_When_shown_Then_it_stands_after_the_bands_as_not_classified()
    {
        var row = Some.VanPhong();
        var board = await BoardAsync("vi", Some.Board(42, Some.KyThuat(), row with { Card = row.Card with { Band = null }, Rank = null }));

        var bands = board.QuerySelectorAll("section.band");
        var last = bands[^1];
        Assert.Equal("Chưa xếp loại", last.QuerySelector("h3")!.TextContent);
        Assert.False(last.HasAttribute("hidden"));
        Assert.Equal("96%", last.QuerySelector("[data-unit=van-phong] [data-field=coverage]")!.TextContent);
    }

    [Theory]
    [InlineData("vi", "Chưa xếp loại · độ phủ 93%")]
    [InlineData("en", "Not yet classified · coverage 93%")]
    public async Task Given_the_agency_without_a_band_When_shown_Then_its_coverage_stands_in_the_place_of_a_word(string language, string expected)
    {
        var board = await BoardAsync(language, Some.Board() with { Organisation = Some.Organisation() with { Band = null } });

        var word = board.QuerySelector(".organisation .bandname")!;
        Assert.Equal(expected, word.TextContent);
        Assert.False(word.HasAttribute("data-tone"));
    }

    [Fact]
    public async Task Given_the_agency_in_a_band_When_shown_Then_it_has_the_colour_of_that_band()
    {
        var board = await BoardAsync("vi");

        Assert.Equal(
            board.QuerySelector("section.band[data-band=dat]")!.GetAttribute("data-tone"), board.QuerySelector(".organisation .bandname")!.GetAttribute("data-tone"));
    }

    [Theory]
    [InlineData("port", 6884, "cổng 6884")]
    [InlineData("publishes", 6884, "bản tin nhận 6.884")]
    [InlineData("newCounter", 7, "newCounter 7")]
    public async Task Given_a_counter_When_shown_Then_it_has_a_word_and_a_port_has_no_groups(string name, long value, string expected)
    {
        var page = await Support.Pages.RenderAsync<Figures>(Words.Vietnamese, (nameof(Figures.Values), new Dictionary<string, long> { [name] = value }));

        Assert.Equal(expected, page.QuerySelector(".counts")!.TextContent);
    }

    private static Task<IHtmlDocument> BoardAsync(string language, ScoreboardView? board = null) =>
        Support.Pages.RenderAsync<BoardView>(Words.In(language), (nameof(BoardView.Board), (board ?? Some.Board()).ToJson(Some.Calendar)));

    private static Task<IHtmlDocument> UnitAsync(string language)
    {
        var metric = new Metric("electricity", new("Điện", "Electricity"), "kWh", "W");
        var record = new UnitRecord("ky-thuat", new("Phòng Kỹ thuật", "Technical department"), "nhom-a", [], []);
        var detail = new UnitDetail(record, Some.KyThuat(), [new MetricDetail(metric, Facts())], [Some.Source()]);
        var baseline = new BaselineRecord("ky-thuat", "electricity", 2025, [.. Enumerable.Range(1, 12).Select(month => (Amount?)Amount.From(1_700 + (10 * month)))], BaselineOrigin.Months, "Hóa đơn 2025");
        return Support.Pages.RenderAsync<UnitView>(
            Words.In(language), (nameof(UnitView.Model), UnitPageModel.Of(detail, [baseline], Some.Calendar, Instant.From(Some.Noon), _ => true, _ => Role.UnitHead)));
    }

    /// <summary>January to July: March without data, May estimated, July half over.</summary>
    private static ConsumptionFacts Facts() => new(
        "electricity",
        [.. Enumerable.Range(1, 7).Select(month => new MonthConsumption(
            new YearMonth(2026, month), Amount.From(month == 3 ? 0 : 1_600 + (20 * month)), TimeSpan.FromDays(month == 7 ? 15 : 30), TimeSpan.FromDays(30),
            month == 3 ? 0 : 1, month == 5 ? 0.2m : 0, Amount.From(1_700 + (10 * month))))],
        ["tele-ky-thuat-electricity-1"],
        Some.At(11, 59),
        2025,
        FlatBaseline: false);
}

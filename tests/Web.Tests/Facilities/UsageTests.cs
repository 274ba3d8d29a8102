using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Views;
using EmulationPlatform.Web.Parts.Meters;
using EmulationPlatform.Web.Tests.Support;
using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Tests.Facilities;

public sealed class UsageTests
{
    private static readonly DateOnly Today = new(2026, 7, 31);

    [Theory]
    [InlineData("hour", "2026-02-28", "2026-02-28", "2026-03-01", "2026-02-27")]
    [InlineData("day", "2026-02-28", "2026-02-01", "2026-03-01", "2026-01-01")]
    [InlineData("month", "2026-02-28", "2026-01-01", "2027-01-01", "2025-01-01")]
    [InlineData("year", "2026-02-28", "2022-01-01", "2027-01-01", "2017-01-01")]
    [InlineData("week", "28/02/2026", "2026-07-01", "2026-08-01", "2026-06-01")]
    public void Given_what_an_address_asks_for_When_read_Then_it_is_a_whole_stretch(string per, string on, string first, string end, string before)
    {
        var choice = UsageChoice.Of(per, on, "nothing", Today);

        Assert.Equal((Day(first), Day(end), Day(before), ""), (choice.First, choice.End, choice.Before.First, choice.Size));
        Assert.Equal(choice.End, choice.Next.First);
    }

    [Fact]
    public async Task Given_a_month_of_which_nothing_is_known_When_shown_Then_it_is_a_dash_and_never_zero()
    {
        var page = await RenderAsync("", Row(1, 100m, 1m, 90m), Row(2, 0m, 0m, 80m, "partial"));

        Assert.Equal("—", page.QuerySelectorAll("tbody tr")[1].QuerySelector("td")!.TextContent);
        Assert.Single(page.QuerySelectorAll("rect.bar"));
    }

    [Fact]
    public async Task Given_what_a_long_gap_measured_When_shown_Then_it_is_in_its_row_with_no_coverage_and_in_the_total()
    {
        var page = await RenderAsync("", Row(1, 100m, 1m, 90m), Row(2, 50m, 0m, 80m, "partial", "longGap"));

        var cells = page.QuerySelectorAll("tbody tr")[1].QuerySelectorAll("td").Select(cell => cell.TextContent).ToList();
        Assert.Equal(["50,00", "80,00", "0%"], cells.Take(3));
        Assert.Equal("150,00 kWh", page.QuerySelector(".facts dd")!.TextContent.Trim());
    }

    [Fact]
    public async Task Given_a_month_that_is_half_over_When_compared_Then_only_the_whole_ones_are()
    {
        var page = await RenderAsync("", Row(1, 99m, 1m, 90m), Row(2, 20m, 1m, 80m, "partial"));

        var facts = page.QuerySelectorAll(".facts dd").Select(fact => fact.TextContent.Trim()).ToList();
        Assert.Equal(["119,00 kWh", "99,00 kWh", "90,00 kWh", "+10,0%"], facts);
    }

    [Theory]
    [InlineData("person", "12,50 kWh/người")]
    [InlineData("area", "0,50 kWh/m²")]
    public async Task Given_a_size_When_chosen_Then_the_figures_are_per_that_size_without_a_base_year(string size, string total)
    {
        var page = await RenderAsync(size, Row(1, 100m, 1m, 90m));

        Assert.Equal(total, page.QuerySelector(".facts dd")!.TextContent.Trim());
        Assert.Empty(page.QuerySelectorAll("line.then"));
    }

    [Fact]
    public async Task Given_a_chart_When_shown_Then_it_has_a_name_a_table_and_nothing_inline()
    {
        var page = await RenderAsync("", Row(1, 100m, 1m, 90m));

        Assert.Equal("Tháng, 2026 (kWh)", page.QuerySelector(".usage-chart > svg")!.GetAttribute("aria-label"));
        Assert.NotNull(page.QuerySelector("details table"));
        Assert.Empty(page.QuerySelectorAll("[style], style, script"));
        Assert.Equal("/api/v1/usage?source=x&from=2026-01-01&to=2027-01-01&per=month&format=xlsx", page.QuerySelector(".exports a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(50, 1)]
    [InlineData(3, 0)]
    [InlineData(4000, 0)]
    public void Given_a_scale_When_its_ticks_are_written_Then_they_have_as_many_decimals_as_they_need(int greatest, int decimals) =>
        Assert.Equal(decimals, new UsageScale(12, greatest).Decimals);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static UsageRow Row(int month, decimal amount, decimal coverage, decimal? then, params string[] flags) => new(
        Some.Calendar.StartOf(new YearMonth(2026, month)), Some.Calendar.StartOf(new YearMonth(2026, month + 1)), Amount.From(amount), then is { } known ? Amount.From(known) : null,
        amount / 8m, amount / 200m, coverage, flags);

    private static Task<AngleSharp.Html.Dom.IHtmlDocument> RenderAsync(string size, params UsageRow[] rows)
    {
        var choice = UsageChoice.Of("month", null, size, Today);
        return Support.Pages.RenderAsync<UsagePanel>(
            Words.Vietnamese, (nameof(UsagePanel.View), new UsageView("kWh", 2025, FlatBase: false, rows, ["x"])), (nameof(UsagePanel.Choice), choice),
            (nameof(UsagePanel.Calendar), Some.Calendar), (nameof(UsagePanel.Link), "/sources/x"), (nameof(UsagePanel.Table), choice.Table("source=x")));
    }
}

using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Web.Parts.Fields;
using EmulationPlatform.Web.Parts.Meters;
using EmulationPlatform.Web.Tests.Support;
using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Tests.Facilities;

public sealed class MeterListTests
{
    [Theory]
    [InlineData("cong to kho", true)]
    [InlineData("KHO nha b", true)]
    [InlineData("Kỹ thuật", true)]
    [InlineData("ky thuat dien", false)]
    [InlineData("", true)]
    public void Given_meters_When_searched_Then_diacritics_and_order_do_not_matter(string text, bool isFound) =>
        Assert.Equal(isFound, MeterFilter.Of(text, null, null).Apply([SomeMeter.View()], SomeMeter.Units).Count == 1);

    [Theory]
    [InlineData("Silent", 1)]
    [InlineData("Live", 2)]
    [InlineData("nonsense", 3)]
    [InlineData("7", 3)]
    public void Given_meters_When_filtered_by_state_Then_only_known_states_filter(string state, int expected)
    {
        MeterView[] meters = [SomeMeter.View("a"), SomeMeter.View("b"), SomeMeter.View("c", state: MeterState.Silent)];

        Assert.Equal(expected, MeterFilter.Of(null, state, null).Apply(meters, SomeMeter.Units).Count);
    }

    [Theory]
    [InlineData(0, null, 1, 1, 0)]
    [InlineData(100, 1, 1, 1, 100)]
    [InlineData(101, 2, 2, 2, 1)]
    [InlineData(250, 9, 3, 3, 50)]
    [InlineData(250, -4, 1, 3, 100)]
    public void Given_many_When_paged_Then_a_hundred_come_at_a_time(int count, int? wanted, int page, int pages, int shown)
    {
        var part = Enumerable.Range(0, count).ToList().Paged(wanted);

        Assert.Equal((page, pages, shown, count), (part.Page, part.Pages, part.Items.Count, part.Total));
    }

    [Fact]
    public async Task Given_many_meters_When_listed_Then_the_pages_keep_the_filter()
    {
        var meters = Enumerable.Range(1, 101).Select(number => SomeMeter.View($"m{number}")).ToList();
        var filter = MeterFilter.Of("công tơ", "Live", null);

        var page = await Support.Pages.RenderAsync<MeterListing>(
            Words.Vietnamese, (nameof(MeterListing.Meters), meters.Paged(1)), (nameof(MeterListing.Filter), filter), (nameof(MeterListing.Units), SomeMeter.Units), (nameof(MeterListing.Calendar), Some.Calendar));

        Assert.Equal(100, page.QuerySelectorAll("li.meter").Length);
        Assert.Equal("/facilities?tab=meters&q=c%C3%B4ng%20t%C6%A1&state=Live&page=2", page.QuerySelector(".pager a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("Trang 1/2", page.QuerySelector(".pager span")!.TextContent);
    }

    [Fact]
    public async Task Given_no_meter_that_fits_When_listed_Then_it_says_what_to_do()
    {
        var page = await Support.Pages.RenderAsync<MeterListing>(
            Words.English, (nameof(MeterListing.Meters), Array.Empty<MeterView>().Paged(1)), (nameof(MeterListing.Filter), MeterFilter.Of("x", null, null)),
            (nameof(MeterListing.Units), SomeMeter.Units), (nameof(MeterListing.Calendar), Some.Calendar));

        Assert.Contains("Take away a filter", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_meter_When_listed_Then_its_value_has_measure_age_state_and_a_picture_with_words()
    {
        var page = await Support.Pages.RenderAsync<MeterCard>(
            Words.Vietnamese, (nameof(MeterCard.Meter), SomeMeter.View("a", "Kho", MeterState.Live, "ky-thuat", 1m, null, 3m)), (nameof(MeterCard.Calendar), Some.Calendar));

        Assert.Equal("1.234,5", page.QuerySelector(".reading b")!.TextContent);
        Assert.Equal("kWh", page.QuerySelector(".reading .measure")!.TextContent);
        Assert.Equal("1 phút trước", page.QuerySelector("time")!.TextContent);
        Assert.Contains("đang gửi", page.QuerySelector(".badge")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("24 giờ qua: tổng 4,00 kWh, giờ cao nhất 3,00, 1 giờ không có số liệu.", page.QuerySelector("svg.spark")!.GetAttribute("aria-label"));
        Assert.Single(page.QuerySelectorAll("svg.spark rect.nothing"));
    }
}

using EmulationPlatform.Units.Access;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Facilities;

/// <summary>Virtual sources, as the facilities person makes and changes them.</summary>
public sealed class VirtualPageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Given_a_main_meter_with_sub_meters_When_the_rest_is_offered_and_taken_Then_a_virtual_source_says_its_sum_in_words()
    {
        var (main, sub) = await MetersAsync("goc");
        using var browser = await Browsing.SignedInAsync(web, Role.Facilities);
        var meter = await Browsing.OpenAsync(browser, $"/sources/{main}");
        var offer = meter.QuerySelector("[aria-labelledby=sub-meters] a.button")!.GetAttribute("href")!.Split('#')[0];

        using var made = await Browsing.SendAsync(browser, offer, "/facilities/virtual/make");

        Assert.EndsWith("done=virtualMade", made.Headers.Location!.ToString(), StringComparison.Ordinal);
        var view = (await web.Agency.SourceAsync("virtual-ao-goc-tong-phan-con-lai", default))!;
        Assert.Equal([new(main, 1m), new(sub, -1m)], view.Terms);
        var list = await Browsing.OpenAsync(browser, "/facilities/virtual");
        Assert.Equal("= ao/goc/tong − ao/goc/nhanh", Text(list.QuerySelector($"li.card:has(a[href='/sources/{view.Id}']) .sum")!.TextContent));
        Assert.Equal("= ao/goc/tong − ao/goc/nhanh", Text((await Browsing.OpenAsync(browser, $"/sources/{view.Id}")).QuerySelector("[aria-labelledby=sum] .sum")!.TextContent));
    }

    [Fact]
    public async Task Given_a_virtual_source_When_its_terms_are_changed_with_a_reason_Then_it_adds_up_the_others_and_its_settings_can_be_saved()
    {
        var (main, sub) = await MetersAsync("doi");
        using var browser = await Browsing.SignedInAsync(web, Role.Facilities);
        using var made = await Browsing.SendAsync(browser, "/facilities/virtual", "/facilities/virtual/make", ("label", "Tổng đổi"), ("metric", "electricity"), ("term.1", main), ("reason", "thu"));

        using var changed = await Browsing.SendAsync(
            browser, "/sources/virtual-tong-doi", "/sources/virtual-tong-doi/terms", ("term.1", main), ("times.1", "0,5"), ("term.2", sub), ("sign.2", "minus"), ("reason", "Nửa tòa nhà"));
        using var saved = await Browsing.SendAsync(browser, "/sources/virtual-tong-doi", "/sources/virtual-tong-doi/settings", ("label", "Nửa tòa nhà"));

        var history = (await Browsing.OpenAsync(browser, "/sources/virtual-tong-doi")).QuerySelector("[aria-labelledby=settings-history]")!.TextContent;
        Assert.Contains("Nửa tòa nhà", history, StringComparison.Ordinal);
        Assert.Contains($"Thành phần: 1 × {main} → 0.5 × {main}; -1 × {sub}", Text(history), StringComparison.Ordinal);
        Assert.EndsWith("done=termsSet", changed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("done=saved", saved.Headers.Location!.ToString(), StringComparison.Ordinal);
        var view = (await web.Agency.SourceAsync("virtual-tong-doi", default))!;
        Assert.Equal([new(main, 0.5m), new(sub, -1m)], view.Terms);
        Assert.Equal("Nửa tòa nhà", view.Label);
    }

    [Theory]
    [InlineData("label=Sai&reason=", "Nhập lý do")]
    [InlineData("label=!!!", "Nhập tên")]
    [InlineData("label=Sai&term.1=", "ít nhất một nguồn")]
    [InlineData("label=Sai&term.2={main}", "đứng hai lần")]
    [InlineData("label=Sai&times.1=0", "lớn hơn 0")]
    [InlineData("label=Sai&metric=water", "đo electricity")]
    [InlineData("label=Sai&unit=nobody", "Không có đơn vị")]
    public async Task Given_a_sum_that_cannot_be_When_sent_Then_the_form_is_open_with_the_problem_and_nothing_is_made(string fields, string problem)
    {
        var (main, _) = await MetersAsync("sai");
        using var browser = await Browsing.SignedInAsync(web, Role.Facilities);
        var sent = ("reason=thu&metric=electricity&term.1={main}&" + fields).Replace("{main}", main, StringComparison.Ordinal).Split('&').Select(field => field.Split('=')).Select(field => (field[0], field[1]));

        using var answer = await Browsing.SendAsync(browser, "/facilities/virtual", "/facilities/virtual/make", [.. sent]);

        var page = await Browsing.OpenAsync(browser, answer.Headers.Location!.ToString().Split('#')[0]);
        Assert.Contains(problem, page.QuerySelector("#make[open] .error[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await web.Agency.SourceAsync("virtual-sai", default));
    }

    private static string Text(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<(string Main, string Sub)> MetersAsync(string name)
    {
        var (main, sub) = (await web.AddSourceAsync($"ao/{name}/tong", 100), await web.AddSourceAsync($"ao/{name}/nhanh", 40));
        await web.Agency.PutSourceAsync(sub, Units.Views.SourceChange.Nothing with { Parent = main }, "thu", default);
        return (main, sub);
    }
}

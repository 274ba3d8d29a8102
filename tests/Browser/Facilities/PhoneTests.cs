using EmulationPlatform.EndToEnd.Support;

namespace EmulationPlatform.Browser.Facilities;

/// <summary>Every page can be used with one hand.</summary>
[Collection(OneFacilitiesHost.Name)]
public sealed class PhoneTests(FacilitiesInBrowser facilities)
{
    private const string UnfoldAll = "for (const part of document.querySelectorAll('details')) part.open = true";

    /// <summary>What is tapped and lower than 44 px.</summary>
    private const string TooSmall =
        "[...document.querySelectorAll('main button, main select, main summary, main input:not([type=hidden], [type=radio], [type=checkbox]), main label.check, .tabs a, .links a')]"
        + ".filter(e => e.getBoundingClientRect().height > 0 && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 80))";

    [SkippableTheory]
    [InlineData("/facilities")]
    [InlineData("/facilities?tab=meters")]
    [InlineData("/facilities?tab=unassigned")]
    [InlineData("/facilities?tab=unmatched")]
    [InlineData("/sources/{0}")]
    [InlineData("/facilities/usage?per=day")]
    [InlineData("/facilities/test?topic=tele/mot-chu-de-rat-dai-khong-co-dau-cach-va-khong-ai-hieu-duoc/LUU-LUONG")]
    [InlineData("/facilities/labels?source={0}")]
    [InlineData("/facilities/baselines")]
    [InlineData("/facilities/virtual?remainder={0}")]
    [InlineData("/admin/quarantine")]
    public async Task Given_a_telephone_When_a_page_is_opened_and_unfolded_Then_it_does_not_scroll_sideways_and_its_buttons_fit_a_thumb(string path)
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        var source = await facilities.AddFallenMeterAsync("mot-cong-to-co-ten-rat-dai-khong-co-dau-cach-nao-ca");
        await facilities.Host.PublishAsync(new Meter("cong-to-chua-gan-co-ten-rat-dai-khong-co-dau-cach"), (Meter.HoursAgo(3), 1_234_567.891m));
        await PublishStrangeAsync();
        await using var visit = await facilities.OpenAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, Uri.EscapeDataString(source)));

        await visit.Page.EvaluateAsync(UnfoldAll);

        Assert.InRange(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, Screens.PhoneWidth);
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(TooSmall));
        Assert.Empty(visit.Complaints);
    }

    private async Task PublishStrangeAsync()
    {
        await using var device = await facilities.Host.ConnectAsync();
        await device.PublishAsync("tele/mot-chu-de-rat-dai-khong-co-dau-cach-va-khong-ai-hieu-duoc/LUU-LUONG", new string('x', 300));
        await device.PublishAsync($"tele/{new string('y', 60)}/SENSOR", """{"Time":"2031-01-01T00:00:00","ENERGY":{"Total":12.5}}""");
    }
}

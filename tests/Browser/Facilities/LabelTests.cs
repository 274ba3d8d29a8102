using EmulationPlatform.EndToEnd.Support;
using Microsoft.Playwright;

namespace EmulationPlatform.Browser.Facilities;

/// <summary>A sticker for the meter.</summary>
[Collection(OneFacilitiesHost.Name)]
public sealed class LabelTests(FacilitiesInBrowser facilities)
{
    [SkippableFact]
    public async Task Given_a_meter_When_its_label_is_printed_Then_only_the_label_is_on_paper_and_its_address_opens_the_meter_without_script()
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        var source = await facilities.AddMeterAsync("dan-nhan", (Meter.HoursAgo(3), 7));
        await using var visit = await facilities.OpenAsync(MeterActs.PathOf(source), Screens.Desk, script: false);

        await visit.Page.GetByText("In nhãn QR cho công tơ này").ClickAsync();
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        var label = visit.Page.Locator(".label");
        await Assertions.Expect(label.Locator("svg")).ToBeVisibleAsync();
        await Assertions.Expect(label.Locator("b")).ToHaveTextAsync(new Meter("dan-nhan").Topic);
        await Assertions.Expect(visit.Page.Locator("form:visible, nav:visible, h1:visible")).ToHaveCountAsync(0);
        var address = await label.Locator("small").InnerTextAsync();
        Assert.Equal(new Uri(facilities.Host.Setup.Web, MeterActs.PathOf(source)).AbsoluteUri, address);

        await visit.Page.GotoAsync(address);
        await Assertions.Expect(visit.Page.Locator("main h1")).ToHaveTextAsync(new Meter("dan-nhan").Topic);
    }
}

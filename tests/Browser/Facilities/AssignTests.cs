using EmulationPlatform.EndToEnd.Support;
using Microsoft.Playwright;

namespace EmulationPlatform.Browser.Facilities;

/// <summary>A new meter finds its unit.</summary>
[Collection(OneFacilitiesHost.Name)]
public sealed class AssignTests(FacilitiesInBrowser facilities)
{
    [SkippableFact]
    public async Task Given_a_source_whose_topic_names_a_unit_When_the_guess_is_taken_Then_two_taps_make_it_a_meter_of_the_unit_and_its_figure_moves()
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        using var api = facilities.Office;
        await api.PutUnitAsync("ke-toan");
        var source = await facilities.Host.PublishAsync(new Meter("ke-toan-tang-2"), (Meter.HoursAgo(3), 100), (Meter.HoursAgo(2), 112.5m));
        Assert.Null(await api.ElectricityOfAsync("ke-toan"));
        await using var visit = await facilities.OpenAsync("/facilities");

        await visit.Page.Locator(".tabs").GetByText("Chưa gán").ClickAsync();
        await Assertions.Expect(visit.Card(source)).ToContainTextAsync("Có lẽ là: Điện");
        await Assertions.Expect(visit.Card(source).Locator("[name=unit]")).ToHaveValueAsync("ke-toan");
        await visit.Card(source).Primary().ClickAsync();

        await visit.SaysAsync("Đã gán cho đơn vị");
        await Assertions.Expect(visit.Card(source)).ToHaveCountAsync(0);
        await visit.Page.Locator(".tabs").GetByText("Công tơ").ClickAsync();
        await visit.Page.SelectOptionAsync("form.search [name=unit]", "ke-toan");
        await visit.PressAsync("Tìm");
        await Assertions.Expect(visit.Page.Locator("li.card.meter")).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Card(source)).ToContainTextAsync("Phòng ke-toan");
        await Eventually.TrueAsync(async () => await api.ElectricityOfAsync("ke-toan") == 12.5m, "the unit's figure has moved");
    }
}

using System.Text.Json.Nodes;
using EmulationPlatform.EndToEnd.Support;
using Microsoft.Playwright;

namespace EmulationPlatform.Browser.Facilities;

/// <summary>Meters of several units, sums of meters, and what is nobody's, settled on a phone.</summary>
[Collection(OneFacilitiesHost.Name)]
public sealed class SharingTests(FacilitiesInBrowser facilities)
{
    [SkippableFact]
    public async Task Given_a_meter_of_one_unit_When_it_is_shared_on_its_page_Then_both_units_figures_follow()
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        using var api = facilities.Office;
        await api.PutUnitAsync("tang-mot");
        await api.PutUnitAsync("tang-hai");
        var source = await facilities.Host.PublishAsync(new Meter("dung-chung"), (Meter.HoursAgo(3), 100), (Meter.HoursAgo(2), 110));
        await using var visit = await facilities.OpenAsync(MeterActs.PathOf(source));

        await visit.UnfoldAsync("sharing");
        await visit.Page.FillAsync("[name='part.tang-mot']", "75");
        await visit.Page.FillAsync("[name='part.tang-hai']", "25");
        await visit.Page.FillAsync("#sharing [name=reason]", "Biên bản thỏa thuận");
        await visit.PressAsync("Chia công tơ");

        await visit.SaysAsync("Đã chia công tơ");
        await Assertions.Expect(visit.Page.Locator("dl.facts.panel")).ToContainTextAsync("75%");
        await Eventually.TrueAsync(async () => await api.ElectricityOfAsync("tang-mot") == 7.5m && await api.ElectricityOfAsync("tang-hai") == 2.5m, "both units have their part");
    }

    [SkippableFact]
    public async Task Given_a_main_meter_with_a_sub_meter_When_the_offer_is_taken_Then_the_rest_is_a_virtual_source_that_counts_what_is_left()
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        using var api = facilities.Office;
        var main = await facilities.Host.PublishAsync(new Meter("cong-to-tong"), (Meter.HoursAgo(3), 0), (Meter.HoursAgo(2), 100));
        var sub = await facilities.Host.PublishAsync(new Meter("cong-to-nhanh"), (Meter.HoursAgo(3), 0), (Meter.HoursAgo(2), 30));
        await api.PutAsync($"/api/v1/sources/{sub}", new JsonObject { ["parent"] = main });
        await using var visit = await facilities.OpenAsync(MeterActs.PathOf(main));

        await visit.Page.GetByText("Tạo nguồn ảo cho phần còn lại").ClickAsync();
        await visit.PressAsync("Tạo nguồn ảo");
        await visit.SaysAsync("Đã tạo nguồn ảo");
        await visit.Page.Locator("li.card h3 a").First.ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".sum")).ToContainTextAsync("−");
        var made = visit.Page.Url[(visit.Page.Url.LastIndexOf('/') + 1)..];
        await facilities.UsesAsync(made, 70m);
    }

    [SkippableFact]
    public async Task Given_a_source_that_is_nobodys_When_it_is_left_so_and_taken_back_Then_it_leaves_the_list_and_returns()
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        var source = await facilities.Host.PublishAsync(new Meter("den-duong"), (Meter.HoursAgo(2), 5));
        await using var visit = await facilities.OpenAsync("/facilities?tab=unassigned");

        await visit.Card(source).GetByText("Để nguyên, không tính").First.ClickAsync();
        await visit.Card(source).Locator("form[action$='/leave'] [name=reason]").FillAsync("Đèn đường của phường");
        await visit.Card(source).Locator("form[action$='/leave'] button").ClickAsync();
        await visit.SaysAsync("Đã để nguyên");
        await Assertions.Expect(visit.Page.Locator($"form[action$='{source}/claim']")).ToHaveCountAsync(0);

        await visit.UnfoldAsync("left");
        await visit.Card(source).GetByText("Đưa lại vào danh sách").First.ClickAsync();
        await visit.Card(source).Locator("form[action$='/return'] [name=reason]").FillAsync("Nhầm");
        await visit.Card(source).Locator("form[action$='/return'] button").ClickAsync();

        await visit.SaysAsync("Đã đưa lại");
        await Assertions.Expect(visit.Page.Locator($"form[action$='{source}/claim']")).ToHaveCountAsync(1);
    }
}

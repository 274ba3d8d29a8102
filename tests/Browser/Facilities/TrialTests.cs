using EmulationPlatform.EndToEnd.Support;
using Microsoft.Playwright;

namespace EmulationPlatform.Browser.Facilities;

/// <summary>What a profile makes of a message.</summary>
[Collection(OneFacilitiesHost.Name)]
public sealed class TrialTests(FacilitiesInBrowser facilities)
{
    [SkippableFact]
    public async Task Given_a_pasted_message_of_a_Tasmota_plug_When_it_is_tried_Then_its_value_is_shown_with_its_measure()
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        await using var visit = await facilities.OpenAsync("/facilities/test");

        await visit.Page.FillAsync("[name=topic]", "tele/phong-hop/SENSOR");
        await visit.Page.FillAsync("[name=payload]", Meter.Message(Meter.HoursAgo(1), 12.5m));
        await visit.PressAsync("Đọc thử");

        await visit.SaysAsync("Hiểu được: 1 giá trị");
        await Assertions.Expect(visit.Page.Locator("tbody tr")).ToContainTextAsync("12,5 kWh");
        await Assertions.Expect(visit.Page.Locator("[name=topic]")).ToHaveValueAsync("tele/phong-hop/SENSOR");
        using var api = facilities.Office;
        Assert.Null(await new Meter("phong-hop").FindAsync(api));
    }

    [SkippableFact]
    public async Task Given_a_topic_that_nothing_understands_When_it_is_tried_from_the_list_Then_its_last_message_is_already_there()
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        await PublishStrangeAsync("""{"luu-luong":1}""", """{"luu-luong":2}""");
        await using var visit = await facilities.OpenAsync("/facilities");

        await visit.Page.Locator(".tabs").GetByText("Chưa hiểu").ClickAsync();
        await visit.Page.Locator("li.card", new() { HasText = "tele/thiet-bi-la" }).Primary().ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[name=payload]")).ToHaveValueAsync("""{"luu-luong":2}""");
        await visit.PressAsync("Đọc thử");

        await visit.SaysAsync("Chưa mẫu nào hiểu bản tin này.");
    }

    private async Task PublishStrangeAsync(params string[] payloads)
    {
        await using var device = await facilities.Host.ConnectAsync();
        foreach (var payload in payloads)
        {
            await device.PublishAsync("tele/thiet-bi-la/LUU-LUONG", payload);
        }
    }
}

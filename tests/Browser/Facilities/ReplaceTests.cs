using EmulationPlatform.EndToEnd.Support;
using Microsoft.Playwright;

namespace EmulationPlatform.Browser.Facilities;

/// <summary>A meter is exchanged for another.</summary>
[Collection(OneFacilitiesHost.Name)]
public sealed class ReplaceTests(FacilitiesInBrowser facilities)
{
    private const string OnePixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static FilePayload Minutes => new() { Name = "bien-ban.png", MimeType = "image/png", Buffer = Convert.FromBase64String(OnePixel) };

    [SkippableFact]
    public async Task Given_a_meter_that_was_exchanged_When_the_wizard_is_filled_in_Then_the_use_is_exact_and_taking_it_back_restores_the_former_figure()
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        var source = await facilities.AddMeterAsync(
            "thay-cong-to",
            (Meter.HoursAgo(10), 100), (Meter.HoursAgo(9), 110), (Meter.HoursAgo(8), 120), (Meter.HoursAgo(4), 5), (Meter.HoursAgo(3), 10), (Meter.HoursAgo(2), 15));
        var former = await facilities.UsedAsync(source);
        await using var visit = await facilities.OpenAsync(MeterActs.PathOf(source));

        await FillInAsync(visit, oldFinal: "126", newInitial: "3", Meter.HoursAgo(6));
        await Assertions.Expect(visit.Page.Locator(".preview")).ToContainTextAsync("tính 6,00 kWh");
        await Assertions.Expect(visit.Page.Locator(".preview")).ToContainTextAsync("tính 12,00 kWh");
        Assert.Equal(former, await facilities.UsedAsync(source));
        await visit.Page.Locator("#replace-form [name=photo]").SetInputFilesAsync(Minutes);
        await visit.PressAsync("Xác nhận thay công tơ");

        await visit.SaysAsync("Đã ghi nhận");
        await facilities.UsesAsync(source, 20 + 6 + 12);
        await HistorySaysAsync(visit, "Thay công tơ", "126", "test-Facilities", "Thay công tơ theo biên bản.");
        await MinutesCanBeSeenAsync(visit);

        await visit.Page.Locator(".history summary").Filter(new() { HasText = "Thu hồi" }).ClickAsync();
        await visit.PressAsync("Thu hồi");

        await visit.SaysAsync("Đã thu hồi");
        await facilities.UsesAsync(source, former);
        Assert.NotEqual(38m, former);
        await HistorySaysAsync(visit, "test-Facilities đã thu hồi", "Ghi nhầm.");
    }

    [SkippableTheory]
    [InlineData("thay-nham", "51", "Chỉ số cuối nhỏ hơn chỉ số đã đọc")]
    [InlineData("thay-dau-cham", "510.5", "Số chưa đúng")]
    public async Task Given_a_last_value_that_cannot_be_When_it_is_previewed_Then_the_wizard_says_so_keeps_it_and_offers_no_confirmation(
        string name, string oldFinal, string problem)
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        var source = await facilities.AddMeterAsync(name, (Meter.HoursAgo(4), 500), (Meter.HoursAgo(3), 510));
        await using var visit = await facilities.OpenAsync(MeterActs.PathOf(source));

        await FillInAsync(visit, oldFinal, newInitial: "0", Meter.HoursAgo(2));

        await Assertions.Expect(visit.Page.Locator(".preview [role=alert]")).ToContainTextAsync(problem);
        await Assertions.Expect(visit.Page.Locator("#replace [name=oldFinal]")).ToHaveValueAsync(oldFinal);
        await Assertions.Expect(visit.Page.Locator("#replace-form")).ToHaveCountAsync(0);
    }

    private static async Task FillInAsync(Visit visit, string oldFinal, string newInitial, DateTimeOffset at)
    {
        await visit.UnfoldAsync("replace");
        await visit.Page.FillAsync("#replace [name=oldFinal]", oldFinal);
        await visit.Page.FillAsync("#replace [name=newInitial]", newInitial);
        await visit.Page.FillAsync("#replace [name=at]", MeterActs.Field(at));
        await visit.PressAsync("Xem trước");
    }

    private static async Task HistorySaysAsync(Visit visit, params string[] words)
    {
        foreach (var word in words)
        {
            await Assertions.Expect(visit.Page.Locator(".history > li").First).ToContainTextAsync(word);
        }
    }

    private static async Task MinutesCanBeSeenAsync(Visit visit)
    {
        var link = await visit.Page.Locator(".history a.evidence").GetAttributeAsync("href");
        var answer = await visit.Page.APIRequest.GetAsync(new Uri(new Uri(visit.Page.Url), link!).AbsoluteUri);
        Assert.Equal("image/png", answer.Headers["content-type"]);
        Assert.Equal(Minutes.Buffer, await answer.BodyAsync());
    }
}

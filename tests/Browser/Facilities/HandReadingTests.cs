using EmulationPlatform.EndToEnd.Support;
using Microsoft.Playwright;

namespace EmulationPlatform.Browser.Facilities;

/// <summary>What people enter by hand: the register as they see it, and a bill for a gap.</summary>
[Collection(OneFacilitiesHost.Name)]
public sealed class HandReadingTests(FacilitiesInBrowser facilities)
{
    [SkippableFact]
    public async Task Given_a_number_in_another_form_than_the_pages_When_it_is_sent_Then_the_form_says_what_is_wrong_and_keeps_it_and_a_right_one_is_taken()
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        var source = await facilities.AddMeterAsync("doc-tay", (Meter.HoursAgo(3), 100), (Meter.HoursAgo(2), 101));
        await using var visit = await facilities.OpenAsync(MeterActs.PathOf(source));
        var value = visit.Page.Locator("#read [name=value]");

        await visit.UnfoldAsync("read");
        await value.PressSequentiallyAsync("112.5");
        await visit.Page.FillAsync("#read [name=reason]", "Đọc lúc đi kiểm tra.");
        await visit.PressAsync("Ghi chỉ số");

        await Assertions.Expect(visit.Page.Locator("#read [role=alert]")).ToContainTextAsync("Số chưa đúng");
        await Assertions.Expect(value).ToHaveValueAsync("112.5");
        await Assertions.Expect(value).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(visit.Page.Locator("#read [name=reason]")).ToHaveValueAsync("Đọc lúc đi kiểm tra.");

        await value.FillAsync("112,5");
        await visit.PressAsync("Ghi chỉ số");

        await visit.SaysAsync("Đã ghi chỉ số");
        await Assertions.Expect(visit.Page.Locator(".big-reading")).ToContainTextAsync("112,5 kWh");
    }

    [SkippableFact]
    public async Task Given_a_gap_of_40_days_When_the_bill_is_entered_from_the_worklist_Then_the_months_follow_it()
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        var first = MeterActs.Today.AddDays(1 - MeterActs.Today.Day).AddMonths(-2);
        var (start, end) = (MeterActs.Start(first.AddDays(9)), MeterActs.Start(first.AddMonths(1).AddDays(19)));
        var source = await facilities.AddMeterAsync("khoang-trong", (start.AddHours(-1), 999), (start, 1_000), (end, 1_400), (end.AddHours(1), 1_401));
        await using var visit = await facilities.OpenAsync("/facilities");
        await Assertions.Expect(visit.Card(source)).ToContainTextAsync("Khoảng trống dài");
        Assert.NotEqual([301m, 101m], await MonthsAsync(source, first));

        await visit.Card(source).Primary().ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#bill [name=fromDay]")).ToHaveValueAsync(MeterActs.Field(first.AddDays(9)));
        await visit.Page.FillAsync("#bill [name=toDay]", MeterActs.Field(first.AddMonths(1).AddDays(-1)));
        await visit.Page.FillAsync("#bill [name=amount]", "300");
        await visit.Page.FillAsync("#bill [name=reference]", "Hóa đơn số 0012345");
        await visit.PressAsync("Ghi hóa đơn");

        await visit.SaysAsync("Đã ghi hóa đơn");
        await Eventually.TrueAsync(async () => (await MonthsAsync(source, first)).SequenceEqual([301m, 101m]), "the months follow the bill");
        await visit.Page.GotoAsync(new Uri(facilities.Host.Setup.Web, "/facilities").AbsoluteUri);
        await Assertions.Expect(visit.Card(source).GetByText("Khoảng trống dài")).ToHaveCountAsync(0);
    }

    private async Task<decimal[]> MonthsAsync(string source, DateOnly first)
    {
        using var api = facilities.Office;
        var months = await api.ConsumptionAsync(source, MeterActs.Start(first), MeterActs.Start(first.AddMonths(2)), "month");
        return [.. months["rows"]!.AsArray().Select(row => (decimal)row!["amount"]!)];
    }
}

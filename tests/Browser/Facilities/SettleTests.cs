using EmulationPlatform.EndToEnd.Support;
using Microsoft.Playwright;

namespace EmulationPlatform.Browser.Facilities;

/// <summary>What no rule can decide is settled from the worklist, each with one obvious act.</summary>
[Collection(OneFacilitiesHost.Name)]
public sealed class SettleTests(FacilitiesInBrowser facilities)
{
    private const int MostTabs = 400;

    private const string FocusIsThere = "card => card.contains(document.activeElement) && document.activeElement.matches('button.button')";

    [SkippableFact]
    public async Task Given_a_register_that_fell_and_grew_When_the_reset_is_confirmed_Then_it_leaves_the_list_without_any_script()
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        var source = await facilities.AddFallenMeterAsync("dat-lai");
        await using var visit = await facilities.OpenAsync("/facilities", script: false);
        await Assertions.Expect(visit.Card(source)).ToContainTextAsync("Có lẽ đã đặt lại về 0");
        await Assertions.Expect(visit.Card(source).Primary()).ToHaveTextAsync("Xác nhận đặt lại");

        await visit.Card(source).Primary().ClickAsync();

        await visit.SaysAsync("Đã ghi nhận");
        await Assertions.Expect(visit.Card(source)).ToHaveCountAsync(0);
        await facilities.UsesAsync(source, 20 + 2 + 20);
    }

    [SkippableFact]
    public async Task Given_a_register_that_fell_and_grew_When_it_is_said_to_be_no_reset_Then_the_fall_does_not_count_and_it_leaves_the_list()
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        var source = await facilities.AddFallenMeterAsync("khong-dat-lai");
        await using var visit = await facilities.OpenAsync("/facilities", script: false);

        await visit.Card(source).Locator("summary").ClickAsync();
        await visit.Card(source).GetByText("Không phải đặt lại", new() { Exact = true }).ClickAsync();

        await visit.SaysAsync("Đã ghi nhận");
        await Assertions.Expect(visit.Card(source)).ToHaveCountAsync(0);
        await facilities.UsesAsync(source, 20 + 20);
    }

    [SkippableFact]
    public async Task Given_two_values_for_one_moment_When_the_first_is_kept_Then_it_counts_and_the_conflict_leaves_the_list()
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        var source = await AddConflictAsync("mau-thuan-giu");
        await using var visit = await facilities.OpenAsync("/facilities");
        await Assertions.Expect(visit.Card(source).Primary()).ToHaveTextAsync("Giữ chỉ số đầu");

        await visit.Card(source).Primary().ClickAsync();

        await visit.SaysAsync("Đã ghi nhận");
        await Assertions.Expect(visit.Card(source)).ToHaveCountAsync(0);
        await facilities.UsesAsync(source, 5);
    }

    [SkippableFact]
    public async Task Given_two_values_for_one_moment_When_the_other_is_taken_Then_that_counts_and_the_conflict_leaves_the_list()
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        var source = await AddConflictAsync("mau-thuan-doi");
        await using var visit = await facilities.OpenAsync("/facilities");

        await visit.Card(source).Locator("summary").ClickAsync();
        await visit.Card(source).GetByText("Dùng chỉ số sau", new() { Exact = true }).ClickAsync();

        await visit.SaysAsync("Đã ghi nhận");
        await Assertions.Expect(visit.Card(source)).ToHaveCountAsync(0);
        await facilities.UsesAsync(source, 6.5m);
    }

    [SkippableFact]
    public async Task Given_only_a_keyboard_When_the_obvious_act_is_reached_by_tab_Then_enter_does_it()
    {
        Skip.If(Chromium.IsMissing, Chromium.Missing);
        var source = await facilities.AddFallenMeterAsync("ban-phim");
        await using var visit = await facilities.OpenAsync("/facilities", Screens.Desk);

        for (var tabs = 0; !await visit.Card(source).EvaluateAsync<bool>(FocusIsThere); tabs++)
        {
            Assert.InRange(tabs, 0, MostTabs);
            await visit.Page.Keyboard.PressAsync("Tab");
        }

        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.SaysAsync("Đã ghi nhận");
        await Assertions.Expect(visit.Card(source)).ToHaveCountAsync(0);
        await facilities.UsesAsync(source, 20 + 2 + 20);
    }

    private Task<string> AddConflictAsync(string name) =>
        facilities.AddMeterAsync(name, (Meter.HoursAgo(3), 100), (Meter.HoursAgo(2), 105), (Meter.HoursAgo(2), 106.5m));
}

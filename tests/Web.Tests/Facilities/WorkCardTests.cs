using AngleSharp.Html.Dom;
using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Web.Pages.Forms;
using EmulationPlatform.Web.Parts.Facilities;
using EmulationPlatform.Web.Tests.Support;
using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Tests.Facilities;

public sealed class WorkCardTests
{
    [Theory]
    [InlineData("vi", "Lúc 31/07/2026 09:30 chỉ số từ 1.038 xuống 0,5 rồi tăng tiếp. Đang tính 0,50 kWh kể từ 0.", "Xác nhận đặt lại")]
    [InlineData("en", "At 31/07/2026 09:30 the register fell from 1,038 to 0.5 and rose again. 0.50 kWh counted from 0 for now.", "Confirm the reset")]
    public async Task Given_a_reset_When_shown_Then_it_says_what_happened_and_what_to_do(string language, string sentence, string button)
    {
        var card = await RenderAsync(FindingKind.Reset, language);

        Assert.Contains(sentence, card.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(button, card.QuerySelector(".work > form button")!.TextContent);
        Assert.NotEqual("", card.QuerySelector(".work > form input[name=reason]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData(FindingKind.Conflict)]
    [InlineData(FindingKind.Suspect)]
    [InlineData(FindingKind.Reset)]
    [InlineData(FindingKind.NewLine)]
    [InlineData(FindingKind.ImpossibleRise)]
    [InlineData(FindingKind.LongGap)]
    [InlineData(FindingKind.Gap)]
    public async Task Given_any_entry_When_shown_Then_one_button_is_plain_to_see_and_the_others_are_folded_away(FindingKind kind)
    {
        var card = await RenderAsync(kind, "vi");

        Assert.Single(card.QuerySelectorAll(".work > form button, .work > .way a"));
        Assert.NotEmpty(card.QuerySelectorAll("details :is(button, a)"));
        Assert.Empty(card.QuerySelectorAll("[style], script"));
    }

    [Fact]
    public async Task Given_a_refused_act_When_shown_again_Then_the_problem_stands_in_its_own_form_with_what_was_entered()
    {
        var found = SomeMeter.Finding(FindingKind.Reset);
        var refusal = new FormRefusal(
            WorkActs.FormName(found, "resetNo"), "at", new LocalizedText("Sai thời điểm.", "Wrong moment."), new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = "Tôi đã xem." });

        var card = await RenderAsync(FindingKind.Reset, "vi", refusal);

        var form = card.QuerySelector("details[open] form:has(.error)")!;
        Assert.Equal("Sai thời điểm.", form.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal("Tôi đã xem.", form.QuerySelector("input[name=reason]")!.GetAttribute("value"));
        Assert.Single(card.QuerySelectorAll(".error"));
    }

    [Fact]
    public async Task Given_somebody_who_may_not_act_When_shown_Then_there_is_no_form()
    {
        var card = await Support.Pages.RenderAsync<WorkCard>(
            Words.Vietnamese, (nameof(WorkCard.Found), SomeMeter.Finding(FindingKind.Reset)), (nameof(WorkCard.Calendar), Some.Calendar), (nameof(WorkCard.Back), "/"), (nameof(WorkCard.CanAct), false));

        Assert.Empty(card.QuerySelectorAll("form, details"));
    }

    [Fact]
    public async Task Given_an_alert_of_silence_When_shown_Then_minutes_are_in_words_and_one_button_takes_it_on()
    {
        var alert = new AlertView("kho-1", "Kho", null, AlertKind.Silent, Some.At(6), 360m, 15m, "min", null, null);

        var card = await Support.Pages.RenderAsync<AlertCard>(
            Words.Vietnamese, (nameof(AlertCard.Alert), alert), (nameof(AlertCard.Calendar), Some.Calendar), (nameof(AlertCard.Back), "/"), (nameof(AlertCard.CanAct), true));

        Assert.Contains("Từ 31/07/2026 06:00 không có chỉ số nào, đã 6 giờ; thường cứ 15 phút", card.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/sources/kho-1/alerts/Silent/acknowledge", card.QuerySelector("form")!.GetAttribute("action"));
    }

    private static Task<IHtmlDocument> RenderAsync(FindingKind kind, string language, FormRefusal? refusal = null) => Support.Pages.RenderAsync<WorkCard>(
        Words.In(language), (nameof(WorkCard.Found), SomeMeter.Finding(kind)), (nameof(WorkCard.Calendar), Some.Calendar), (nameof(WorkCard.Back), "/facilities"),
        (nameof(WorkCard.CanAct), true), (nameof(WorkCard.Refusal), refusal));
}

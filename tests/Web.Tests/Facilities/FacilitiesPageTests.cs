using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using EmulationPlatform.Units.Access;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Facilities;

/// <summary>The pages as a browser without scripts sees them, over a real agency.</summary>
public sealed class FacilitiesPageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData(Role.Facilities, "/facilities")]
    [InlineData(Role.Office, "/")]
    [InlineData(Role.Viewer, "/")]
    public async Task Given_a_role_When_somebody_signs_in_Then_the_work_begins_on_its_own_page(Role role, string expected)
    {
        using var browser = await Browsing.SignedInAsync(web, role);

        using var answer = await browser.GetAsync(new Uri("/home", UriKind.Relative));

        Assert.Equal(expected, answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/facilities", false)]
    [InlineData("/facilities/test", false)]
    [InlineData("/facilities/labels", false)]
    [InlineData("/facilities/virtual", false)]
    [InlineData("/facilities/usage", true)]
    [InlineData("/facilities/baselines", true)]
    public async Task Given_a_viewer_When_a_page_is_for_work_with_meters_Then_it_stays_closed(string path, bool isOpen)
    {
        using var viewer = await web.ClientAsync(Role.Viewer);

        using var answer = await viewer.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(isOpen ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/facilities")]
    [InlineData("/facilities?tab=meters")]
    [InlineData("/facilities?tab=unassigned")]
    [InlineData("/facilities?tab=unmatched")]
    [InlineData("/facilities?tab=nonsense&page=-3")]
    [InlineData("/facilities/usage?metric=nonsense&unit=x&per=y&on=z")]
    [InlineData("/facilities/test?topic=nothing")]
    [InlineData("/facilities/labels")]
    [InlineData("/facilities/virtual?remainder=nothing")]
    [InlineData("/facilities/baselines?unit=x&metric=y&year=2025")]
    public async Task Given_any_page_When_opened_Then_it_has_a_heading_a_main_part_labels_and_nothing_inline(string path)
    {
        using var facilities = await web.ClientAsync(Role.Facilities);

        var page = await Browsing.OpenAsync(facilities, path);

        Assert.Single(page.QuerySelectorAll("main h1"));
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.All(page.QuerySelectorAll("main input:not([type=hidden]), main select, main textarea"), field => Assert.NotNull(field.Closest("label")));
        Assert.All(page.QuerySelectorAll("nav"), nav => Assert.False(string.IsNullOrEmpty(nav.GetAttribute("aria-label"))));
    }

    [Fact]
    public async Task Given_a_reading_by_hand_When_sent_Then_it_is_stored_under_the_persons_name()
    {
        var source = await web.AddSourceAsync("thu/doc-tay", 100);
        using var browser = await Browsing.SignedInAsync(web, Role.Facilities);

        using var answer = await Browsing.SendAsync(browser, $"/sources/{source}", $"/sources/{source}/read", ("value", "112,5"));

        Assert.Equal($"/sources/{source}?done=read", answer.Headers.Location?.ToString());
        var page = await Browsing.OpenAsync(browser, answer.Headers.Location!.ToString());
        Assert.Equal("112,5", page.QuerySelector(".big-reading b")!.TextContent);
        Assert.Contains("manual:thu-Facilities", page.QuerySelector("#readings")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".notice[role=status]"));
    }

    [Fact]
    public async Task Given_a_reading_by_hand_When_sent_and_taken_back_in_the_history_Then_both_stand_there_with_their_reasons()
    {
        var source = await web.AddSourceAsync("thu/doc-tay-lai", 100);
        using var browser = await Browsing.SignedInAsync(web, Role.Facilities);
        using var sent = await Browsing.SendAsync(browser, $"/sources/{source}", $"/sources/{source}/read", ("value", "112,5"), ("reason", "Đọc ở sân sau"));
        var page = await Browsing.OpenAsync(browser, sent.Headers.Location!.ToString());
        var shown = page.QuerySelector(".history")!.TextContent;

        using var answer = await Browsing.SendAsync(browser, $"/sources/{source}", page.QuerySelector(".history form")!.GetAttribute("action")!, ("reason", "Nhầm công tơ"));

        Assert.Contains("Chỉ số đọc tay", shown, StringComparison.Ordinal);
        Assert.Contains("Đọc ở sân sau", shown, StringComparison.Ordinal);
        Assert.Contains("thu-Facilities", shown, StringComparison.Ordinal);
        Assert.Equal($"/sources/{source}?done=undone", answer.Headers.Location?.ToString());
        var after = await Browsing.OpenAsync(browser, answer.Headers.Location!.ToString());
        Assert.Contains("Nhầm công tơ", after.QuerySelector(".history .undone")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_refused_form_When_its_page_opens_again_Then_the_form_is_open_with_the_problem_and_the_values()
    {
        var source = await web.AddSourceAsync("thu/tu-choi", 100);
        using var browser = await Browsing.SignedInAsync(web, Role.Facilities);

        using var answer = await Browsing.SendAsync(browser, $"/sources/{source}", $"/sources/{source}/read", ("value", "12.5"), ("reason", "Đọc ở sân sau"));

        var page = await Browsing.OpenAsync(browser, answer.Headers.Location!.ToString().Split('#')[0]);
        var form = page.QuerySelector("#read[open] form")!;
        Assert.NotNull(form.QuerySelector(".error[role=alert]"));
        Assert.Equal("true", form.QuerySelector("input[name=value]")!.GetAttribute("aria-invalid"));
        Assert.Equal("Đọc ở sân sau", form.QuerySelector("input[name=reason]")!.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll("#bill[open], #settings[open]"));
    }

    [Fact]
    public async Task Given_a_ticket_that_is_not_ours_When_a_page_is_opened_with_it_Then_nothing_of_it_is_shown()
    {
        using var facilities = await web.ClientAsync(Role.Facilities);

        var page = await Browsing.OpenAsync(facilities, "/facilities?refused=Tien-thuong");

        Assert.Empty(page.QuerySelectorAll(".error"));
    }

    [Fact]
    public async Task Given_a_replacement_When_previewed_Then_it_says_what_counts_before_anything_is_done()
    {
        var source = await web.AddSourceAsync("thu/thay", 100);
        using var facilities = await web.ClientAsync(Role.Facilities);
        var at = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);

        var page = await Browsing.OpenAsync(facilities, $"/sources/{source}?open=replace&oldFinal=104&newInitial=3&at={at}");
        var low = await Browsing.OpenAsync(facilities, $"/sources/{source}?open=replace&oldFinal=99&newInitial=3&at={at}");

        Assert.Contains("đến 104, tính 4,00 kWh", page.QuerySelector(".preview")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chưa ai ghi gì", page.QuerySelector("[aria-labelledby=history]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(low.QuerySelector(".preview .error"));
        Assert.Empty(low.QuerySelectorAll(".preview form"));
    }

    [Fact]
    public async Task Given_a_replacement_with_a_photo_When_confirmed_and_taken_back_Then_the_history_shows_both()
    {
        var source = await web.AddSourceAsync("thu/thay-that", 100);
        using var browser = await Browsing.SignedInAsync(web, Role.Facilities);
        var at = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var preview = $"/sources/{source}?open=replace&oldFinal=104&newInitial=3&at={at}";

        using var done = await Browsing.SendAsync(browser, preview, $"/sources/{source}/replace");
        var page = await Browsing.OpenAsync(browser, done.Headers.Location!.ToString());
        var undo = page.QuerySelector(".history form")!.GetAttribute("action")!;
        using var undone = await Browsing.SendAsync(browser, $"/sources/{source}", undo, ("reason", "Nhầm công tơ"));
        var after = await Browsing.OpenAsync(browser, $"/sources/{source}");

        Assert.Contains("Thay công tơ", page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".history a.evidence"));
        Assert.Contains("Nhầm công tơ", after.QuerySelector(".history .undone")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(after.QuerySelectorAll(".history form"));
    }

    [Fact]
    public async Task Given_an_unassigned_source_When_claimed_with_a_name_Then_it_counts_for_the_unit_under_that_name()
    {
        await web.AddUnitAsync("kho-van");
        var source = await web.AddSourceAsync("thu/kho-van/dien", 7);
        using var browser = await Browsing.SignedInAsync(web, Role.Facilities);
        var before = await Browsing.OpenAsync(browser, "/facilities?tab=unassigned");
        Assert.Equal("kho-van", ((IHtmlSelectElement)before.QuerySelector($"form[action='/sources/{source}/claim'] select")!).Value);

        using var answer = await Browsing.SendAsync(browser, "/facilities?tab=unassigned", $"/sources/{source}/claim", ("unit", "kho-van"), ("label", "Kho vận"));

        var page = await Browsing.OpenAsync(browser, $"/sources/{source}");
        Assert.Equal("Kho vận", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Phòng kho-van", page.QuerySelector("dl.facts.panel")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_proposal_of_facilities_When_the_office_approves_Then_the_base_year_counts()
    {
        await web.AddUnitAsync("ke-toan");
        using var browser = await Browsing.SignedInAsync(web, Role.Facilities);
        using var office = await Browsing.SignedInAsync(web, Role.Office);

        using var proposed = await Browsing.SendAsync(
            browser, "/facilities/baselines", "/facilities/baselines/propose", ("unit", "ke-toan"), ("metric", "electricity"), ("year", "2025"), ("total", "1200"), ("reference", "Báo cáo số 5"));
        var waiting = await Browsing.OpenAsync(office, "/facilities/baselines");
        var decide = waiting.QuerySelector("form[action$='/decide']")!.GetAttribute("action")!;
        using var decided = await Browsing.SendAsync(office, "/facilities/baselines", decide, ("approved", "yes"));
        var after = await Browsing.OpenAsync(browser, "/facilities/baselines");

        Assert.EndsWith("done=baselineProposed", proposed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("gốc phẳng", waiting.QuerySelector(".badge.flat")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(after.QuerySelector(".badge.baseline-approved"));
        Assert.Empty(after.QuerySelectorAll("form[action$='/decide']"));
    }

    [Fact]
    public async Task Given_a_meter_When_its_label_is_shown_Then_the_code_leads_to_its_page()
    {
        var source = await web.AddSourceAsync("thu/nhan", 7);
        using var facilities = await web.ClientAsync(Role.Facilities);

        var page = await Browsing.OpenAsync(facilities, $"/facilities/labels?source={source}");

        Assert.NotNull(page.QuerySelector(".label svg path"));
        Assert.Contains(new Uri(web.Address, $"/sources/{source}").AbsoluteUri, page.QuerySelector(".label")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_public_address_When_a_label_is_made_Then_it_leads_there_wherever_the_page_was_opened()
    {
        var open = new WebFixture { PublicAddress = "https://thi-dua.example.vn/do" };
        await open.InitializeAsync();
        try
        {
            var source = await open.AddSourceAsync("thu/nhan", 7);
            using var facilities = await open.ClientAsync(Role.Facilities);

            var page = await Browsing.OpenAsync(facilities, $"/facilities/labels?source={source}");

            Assert.Equal($"https://thi-dua.example.vn/do/sources/{source}", page.QuerySelector(".label small")!.TextContent);
        }
        finally
        {
            await open.DisposeAsync();
        }
    }

    [Fact]
    public async Task Given_a_connector_that_is_not_running_When_a_message_is_tried_Then_the_page_says_so_and_keeps_it()
    {
        using var browser = await Browsing.SignedInAsync(web, Role.Facilities);

        using var answer = await Browsing.SendAsync(browser, "/facilities/test?topic=a%2Fb", "/facilities/test/result", ("connector", "mqtt"), ("payload", "<b>{}"));
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

        Assert.NotNull(page.QuerySelector(".error[role=alert]"));
        Assert.Equal("<b>{}", page.QuerySelector("textarea")!.TextContent);
        Assert.Equal("a/b", page.QuerySelector("input[name=topic]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/sources/x/read")]
    [InlineData("/sources/x/replace")]
    [InlineData("/sources/x/settings")]
    [InlineData("/sources/x/share")]
    [InlineData("/sources/x/leave")]
    [InlineData("/facilities/virtual/make")]
    [InlineData("/sources/x/events/1/undo")]
    [InlineData("/facilities/baselines/propose")]
    public async Task Given_a_form_without_its_token_When_it_is_posted_Then_it_is_refused(string path)
    {
        using var client = await web.ClientAsync(Role.Admin);
        using var form = new FormUrlEncodedContent([new("value", "1")]);

        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}

using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Parser;
using EmulationPlatform.Units.Access;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Http;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Access;

public sealed class AccessTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData("/api/v1/scoreboard")]
    [InlineData("/api/v1/scoreboard/stream")]
    [InlineData("/api/v1/units")]
    [InlineData("/api/v1/sources")]
    [InlineData("/api/v1/quarantine")]
    [InlineData("/api/v1/unmatched")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/v1/nothing-here")]
    public async Task Given_no_key_When_a_program_asks_Then_the_answer_says_what_to_send(string path)
    {
        using var client = web.Client();

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Authorization: Bearer", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/units/van-phong")]
    [InlineData("/sources")]
    [InlineData("/admin/plugins")]
    public async Task Given_a_browser_that_is_not_signed_in_When_it_opens_a_page_Then_it_is_led_to_the_sign_in(string path)
    {
        _ = await web.ClientAsync(Role.Viewer);
        using var client = web.Client();

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/sign-in?returnUrl={Uri.EscapeDataString(path)}", answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    public async Task Given_no_key_When_health_is_asked_Then_it_is_told(string path, HttpStatusCode expected)
    {
        using var client = web.Client();

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData(Role.Viewer, "PUT", "/api/v1/units/a", HttpStatusCode.Forbidden)]
    [InlineData(Role.Facilities, "PUT", "/api/v1/units/a", HttpStatusCode.Forbidden)]
    [InlineData(Role.Office, "PUT", "/api/v1/units/a", HttpStatusCode.BadRequest)]
    [InlineData(Role.Admin, "PUT", "/api/v1/units/a", HttpStatusCode.BadRequest)]
    [InlineData(Role.ItAdmin, "POST", "/api/v1/readings", HttpStatusCode.Forbidden)]
    [InlineData(Role.Facilities, "POST", "/api/v1/readings", HttpStatusCode.BadRequest)]
    [InlineData(Role.UnitHead, "PUT", "/api/v1/sources/x", HttpStatusCode.Forbidden)]
    [InlineData(Role.Council, "POST", "/api/v1/quarantine/1/replay", HttpStatusCode.Forbidden)]
    [InlineData(Role.Facilities, "POST", "/api/v1/quarantine/1/replay", HttpStatusCode.BadRequest)]
    [InlineData(Role.Viewer, "GET", "/api/v1/units", HttpStatusCode.OK)]
    public async Task Given_a_role_When_it_asks_Then_only_what_it_may_is_done(Role role, string method, string path, HttpStatusCode expected)
    {
        using var client = await web.ClientAsync(role);
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "GET" ? null : new StringContent("[", System.Text.Encoding.UTF8, "application/json") };

        using var answer = await client.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Given_a_wrong_key_When_it_is_sent_Then_it_is_refused()
    {
        using var client = web.Client("not-a-key");

        using var answer = await client.GetAsync(new Uri("/api/v1/units", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Given_a_key_When_a_browser_signs_in_with_it_Then_pages_open_until_it_signs_out()
    {
        var key = await web.Keys.CreateAsync("van-thu", Role.Viewer, "", CancellationToken.None);
        using var browser = web.Browser();

        using var signedIn = await PostFormAsync(browser, "/sign-in?returnUrl=%2Fsources", "/sign-in", ("key", key), ("returnUrl", "/sources"));
        Assert.Equal("/sources", signedIn.Headers.Location?.ToString());
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("emulation=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        using var page = await browser.GetAsync(new Uri("/sources", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        using var signedOut = await PostFormAsync(browser, "/sources", "/sign-out");
        using var after = await browser.GetAsync(new Uri("/sources", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task Given_a_wrong_key_When_a_browser_signs_in_Then_the_page_says_so()
    {
        _ = await web.ClientAsync(Role.Viewer);
        using var browser = web.Browser();

        using var answer = await PostFormAsync(browser, "/sign-in", "/sign-in", ("key", "khong-dung"));

        Assert.StartsWith("/sign-in?wrong=1", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/sources/x/assign")]
    [InlineData("/admin/quarantine/1/replay")]
    public async Task Given_a_form_without_its_token_When_it_is_posted_Then_it_is_refused(string path)
    {
        using var client = await web.ClientAsync(Role.Admin);
        using var form = new FormUrlEncodedContent([new("key", "x"), new("unit", "")]);

        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Given_a_page_of_another_site_When_it_sends_a_change_Then_it_is_refused(string header, string value)
    {
        using var client = await web.ClientAsync(Role.Admin);
        client.DefaultRequestHeaders.Add(header, value);

        using var answer = await client.PutAsJsonAsync("/api/v1/units/a", new { name = "A" });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/css/site.css")]
    [InlineData("/js/live.js")]
    [InlineData("/health/live")]
    [InlineData("/api/v1/units")]
    [InlineData("/api/v1/units?wrong=1")]
    [InlineData("/nowhere")]
    [InlineData("/sources/nothing")]
    public async Task Given_any_route_When_it_answers_Then_the_security_headers_are_there(string path)
    {
        using var client = await web.ClientAsync(Role.Viewer);

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Theory]
    [InlineData("/sources", "/sources")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData(null, "/")]
    public void Given_a_way_back_When_it_leads_off_this_site_Then_the_board_is_taken(string? url, string expected) =>
        Assert.Equal(expected, SignIn.LocalUrl(url));

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("[::1]", true)]
    [InlineData("evil.example", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("192.168.1.5", false)]
    public void Given_a_host_name_When_it_is_not_this_machine_Then_the_demo_is_closed_to_it(string host, bool expected) =>
        Assert.Equal(expected, Loopback.NamesThisMachine(host));

    private static async Task<HttpResponseMessage> PostFormAsync(HttpClient browser, string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await browser.GetStringAsync(new Uri(page, UriKind.Relative));
        var document = await new HtmlParser().ParseDocumentAsync(html);
        var token = document.QuerySelector($"form[action='{action}'] input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await browser.PostAsync(new Uri(action, UriKind.Relative), form);
    }
}

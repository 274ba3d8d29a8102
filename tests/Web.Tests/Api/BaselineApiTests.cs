using System.Net;
using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Access;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Api;

/// <summary>Base years: who proposes, who decides.</summary>
public sealed class BaselineApiTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Body = """{"year":2025,"total":1200,"reference":"HĐ 2025","reason":"Theo hóa đơn"}""";

    [Fact]
    public async Task Given_a_proposal_of_Facilities_When_the_Office_approves_it_Then_it_counts_and_cannot_be_decided_again()
    {
        await web.AddUnitAsync("de-nghi");
        using var facilities = await web.ClientAsync(Role.Facilities);
        using var office = await web.ClientAsync(Role.Office);

        var proposed = await facilities.DoneAsync("PUT", "/api/v1/units/de-nghi/baselines/water", Body);
        Assert.Equal("proposed", proposed.GetProperty("state").GetString());
        Assert.Empty((await office.DoneAsync("GET", "/api/v1/units/de-nghi/baselines")).EnumerateArray());

        var decision = $"/api/v1/baselines/{proposed.GetProperty("version")}/decision";
        var approved = await office.DoneAsync("POST", decision, """{"approved":true,"reason":"Đúng hóa đơn"}""");
        Assert.Equal("approved", approved.GetProperty("state").GetString());
        Assert.Single((await office.DoneAsync("GET", "/api/v1/units/de-nghi/baselines")).EnumerateArray());

        var (status, problem) = await office.SendAsync("POST", decision, """{"approved":false,"reason":"Nghĩ lại"}""");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(["version"], Call.Fields(problem));
    }

    [Fact]
    public async Task Given_a_proposal_When_refused_Then_the_figures_stay_and_it_is_kept()
    {
        await web.AddUnitAsync("khong-duyet");
        using var facilities = await web.ClientAsync(Role.Facilities);
        using var office = await web.ClientAsync(Role.Office);
        await office.DoneAsync("PUT", "/api/v1/units/khong-duyet/baselines/water", Body);
        var proposed = await facilities.DoneAsync("PUT", "/api/v1/units/khong-duyet/baselines/water", Body.Replace("1200", "2400", StringComparison.Ordinal));

        await office.DoneAsync("POST", $"/api/v1/baselines/{proposed.GetProperty("version")}/decision", """{"approved":false,"reason":"Sai năm"}""");

        Assert.Equal(["1200"], (await office.DoneAsync("GET", "/api/v1/units/khong-duyet/baselines")).Texts("total"));
        Assert.Equal(["refused", "approved"], (await office.DoneAsync("GET", "/api/v1/units/khong-duyet/baselines/versions")).Texts("state"));
    }

    [Fact]
    public async Task Given_two_approved_versions_When_the_page_is_opened_Then_only_the_newer_looks_like_the_one_in_force()
    {
        await web.AddUnitAsync("da-thay");
        using var office = await web.ClientAsync(Role.Office);
        await office.DoneAsync("PUT", "/api/v1/units/da-thay/baselines/water", Body);
        await office.DoneAsync("PUT", "/api/v1/units/da-thay/baselines/water", Body.Replace("1200", "2400", StringComparison.Ordinal));
        using var browser = await Browsing.SignedInAsync(web, Role.Office);

        var page = await Browsing.OpenAsync(browser, "/facilities/baselines");

        var badges = page.QuerySelectorAll("li.card").Where(card => card.TextContent.Contains("da-thay", StringComparison.Ordinal))
            .Select(card => card.QuerySelector(".badge")!).Select(badge => (badge.ClassName, badge.TextContent.Trim()));
        Assert.Equal([("badge baseline-approved", "đã duyệt"), ("badge baseline-superseded", "đã thay")], badges);
    }

    [Fact]
    public async Task Given_a_measured_year_When_it_is_proposed_Then_its_whole_months_wait_for_a_decision()
    {
        await web.AddUnitAsync("do-duoc");
        using var client = await web.ClientAsync(Role.Office);
        var start = Instant.From(new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.FromHours(7)));
        var source = await web.AddSourceAsync("nam/do-duoc", "electricity", (start, 0m), (start.Plus(TimeSpan.FromDays(31)), 310m), (start.Plus(TimeSpan.FromDays(40)), 400m));
        await client.DoneAsync("PUT", $"/api/v1/sources/{source}", """{"unit":"do-duoc"}""");

        var proposed = await client.DoneAsync("POST", "/api/v1/units/do-duoc/baselines/electricity/from-readings?year=2025", """{"reason":"Đã đo"}""");

        Assert.Equal("proposed", proposed.GetProperty("state").GetString());
        Assert.Equal("readings", proposed.GetProperty("madeOf").GetString());
        Assert.Equal("310", proposed.GetProperty("months")[2].GetRawText());
        Assert.Equal("310", proposed.GetProperty("total").GetRawText());
    }

    [Theory]
    [InlineData("POST", "/api/v1/units/loi-goc/baselines/electricity/from-readings?year=2025", """{"reason":"x"}""", "year")]
    [InlineData("POST", "/api/v1/units/loi-goc/baselines/electricity/from-readings", """{"reason":"x"}""", "year")]
    [InlineData("POST", "/api/v1/baselines/1/decision", """{"approved":"yes","reason":"x"}""", "approved")]
    [InlineData("POST", "/api/v1/baselines/1/decision", """{"approved":true}""", "reason")]
    public async Task Given_a_wrong_request_When_sent_Then_its_field_is_named(string method, string path, string body, string field)
    {
        await web.AddUnitAsync("loi-goc");
        using var client = await web.ClientAsync(Role.Admin);

        var (status, problem) = await client.SendAsync(method, path, body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal([field], Call.Fields(problem));
    }
}

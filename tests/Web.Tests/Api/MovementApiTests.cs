using System.Net;
using System.Text.Json;
using EmulationPlatform.Units.Access;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Api;

/// <summary>Open points, declarations, verification, explanations and appeals through the public surface.</summary>
public sealed class MovementApiTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Dossiers = "digitalization.internal-dossiers";

    [Fact]
    public async Task Given_an_open_point_When_the_office_settles_it_Then_its_target_alone_begins_to_count_and_the_choice_can_be_taken_back()
    {
        await web.AddUnitAsync("mo");
        using var office = await web.ClientAsync(Role.Office);
        await office.DoneAsync("POST", $"/api/v1/declarations/mo/{Dossiers}", """{"value":90,"whole":100,"comment":"Sổ văn bản 12/BC-VP"}""");
        await office.DoneAsync("POST", "/api/v1/plan/decisions/muc-ho-so", """{"option":null,"reason":"Bắt đầu lại"}""");
        Assert.Equal("needsDecision", (await TargetAsync(office, "mo", "S0-16")).GetProperty("state").GetString());

        var settled = await office.DoneAsync("POST", "/api/v1/plan/decisions/muc-ho-so", """{"option":"tam-muoi","reason":"Quyết định 15/QĐ-VP"}""");

        Assert.Equal("tam-muoi", settled.GetProperty("option").GetString());
        var target = await TargetAsync(office, "mo", "S0-16");
        Assert.Equal((1m, 20m), (target.GetProperty("attainment").GetDecimal(), target.GetProperty("points").GetDecimal()));
        Assert.Equal(90m, target.GetProperty("value").GetDecimal());
        await office.DoneAsync("POST", "/api/v1/plan/decisions/muc-ho-so", """{"option":"tram","reason":"Quyết định 16/QĐ-VP"}""");
        Assert.Equal(18m, (await TargetAsync(office, "mo", "S0-16")).GetProperty("points").GetDecimal());
        Assert.Contains("decision.made", (await office.DoneAsync("GET", "/api/v1/audit?subject=plan/thu/muc-ho-so")).Texts("act"));
    }

    [Theory]
    [InlineData(Role.Viewer, HttpStatusCode.Forbidden)]
    [InlineData(Role.UnitHead, HttpStatusCode.Forbidden)]
    [InlineData(Role.Council, HttpStatusCode.Forbidden)]
    [InlineData(Role.Admin, HttpStatusCode.OK)]
    public async Task Given_a_role_When_it_decides_what_is_the_office_s_Then_only_an_admin_stands_in(Role role, HttpStatusCode expected)
    {
        using var client = await web.ClientAsync(role);

        var (status, _) = await client.SendAsync("POST", "/api/v1/plan/decisions/muc-ho-so", """{"option":"tram","reason":"Thử"}""");

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task Given_a_declared_figure_When_the_office_finds_less_Then_both_are_shown_and_the_verified_one_counts()
    {
        await web.AddUnitAsync("khai");
        using var head = await web.ClientAsync(Role.UnitHead, "khai");
        using var council = await web.ClientAsync(Role.Council);
        await SettleAsync();

        await head.DoneAsync("POST", $"/api/v1/declarations/khai/{Dossiers}", """{"value":100,"whole":100,"comment":"Sổ văn bản 12/BC-VP"}""");
        Assert.Equal("selfDeclared", (await TargetAsync(head, "khai", "S0-16")).GetProperty("state").GetString());
        var both = await council.DoneAsync("POST", $"/api/v1/declarations/khai/{Dossiers}", """{"kind":"verified","value":95,"whole":100,"comment":"5 hồ sơ giấy"}""");

        Assert.Equal((1m, 0.95m, -0.05m), (both.GetProperty("own").GetDecimal(), both.GetProperty("verified").GetDecimal(), both.GetProperty("difference").GetDecimal()));
        var target = await TargetAsync(head, "khai", "S0-16");
        Assert.Equal(("verified", 19m), (target.GetProperty("state").GetString(), target.GetProperty("points").GetDecimal()));
        await council.DoneAsync("POST", $"/api/v1/declarations/khai/{Dossiers}", """{"kind":"returned","comment":"Thiếu danh mục hồ sơ"}""");
        Assert.Equal("noData", (await TargetAsync(head, "khai", "S0-16")).GetProperty("state").GetString());
        Assert.Equal(3, (await head.DoneAsync("GET", "/api/v1/declarations?unit=khai"))[0].GetProperty("history").GetArrayLength());
    }

    [Fact]
    public async Task Given_a_unit_head_When_declaring_for_another_unit_or_verifying_Then_it_is_refused()
    {
        await web.AddUnitAsync("nha-minh");
        await web.AddUnitAsync("nha-khac");
        using var head = await web.ClientAsync(Role.UnitHead, "nha-minh");
        using var nobody = await web.ClientAsync(Role.UnitHead);

        foreach (var (client, unit, body) in new[]
        {
            (head, "nha-khac", """{"value":1,"whole":1,"comment":"Sổ 1/BC-VP"}"""),
            (head, "nha-minh", """{"kind":"verified"}"""),
            (nobody, "nha-minh", """{"value":1,"whole":1,"comment":"Sổ 1/BC-VP"}"""),
        })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync("POST", $"/api/v1/declarations/{unit}/{Dossiers}", body)).Status);
        }
    }

    [Theory]
    [InlineData("""{"value":5,"whole":3,"comment":"Sổ 1/BC-VP"}""", "value")]
    [InlineData("""{"value":-1,"whole":3,"comment":"Sổ 1/BC-VP"}""", "value")]
    [InlineData("""{"value":"1","whole":3,"comment":"Sổ 1/BC-VP"}""", "value")]
    [InlineData("""{"value":1,"whole":3}""", "evidence")]
    [InlineData("""{"value":1,"whole":3,"evidence":["aa"]}""", "evidence")]
    [InlineData("""{"kind":"returned"}""", "comment")]
    [InlineData("""{"kind":"agreed"}""", "kind")]
    public async Task Given_an_entry_that_cannot_be_When_sent_Then_the_field_is_named_and_nothing_is_kept(string body, string field)
    {
        await web.AddUnitAsync("sai");
        using var office = await web.ClientAsync(Role.Office);

        var (status, problem) = await office.SendAsync("POST", $"/api/v1/declarations/sai/{Dossiers}", body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal([field], Call.Fields(problem));
        Assert.Equal(0, (await office.DoneAsync("GET", "/api/v1/declarations?unit=sai"))[0].GetProperty("history").GetArrayLength());
    }

    [Fact]
    public async Task Given_a_score_When_explained_Then_the_parts_sum_to_the_points_and_each_input_has_its_address()
    {
        await web.AddUnitAsync("giai-thich");
        using var office = await web.ClientAsync(Role.Office);
        await SettleAsync();
        await office.DoneAsync("POST", $"/api/v1/declarations/giai-thich/{Dossiers}", """{"value":40,"whole":50,"comment":"Sổ 7/BC-VP"}""");

        var why = await office.DoneAsync("GET", "/api/v1/units/giai-thich/targets/S0-16/explanation");

        Assert.Equal((16m, 4m, 1), (why.GetProperty("points").GetDecimal(), why.GetProperty("lost").GetDecimal(), why.GetProperty("ruleVersion").GetInt32()));
        var rule = why.GetProperty("rule");
        Assert.Equal(16m, rule.GetProperty("points").GetDecimal());
        Assert.Equal("40/50 = 0,8", rule.GetProperty("numbers").GetProperty("vi").GetString());
        var input = rule.GetProperty("figure").GetProperty("inputs")[0];
        Assert.Equal(40m, (await office.DoneAsync("GET", input.GetProperty("href").GetString()!)).GetProperty("value").GetDecimal());
        var supposed = await office.DoneAsync("GET", $"/api/v1/units/giai-thich/what-if?figure={Dossiers}&value=1");
        Assert.Equal(20m, supposed.GetProperty("targets")[0].GetProperty("after").GetDecimal());
        Assert.Equal("S0-16", (await office.DoneAsync("GET", "/api/v1/units/giai-thich/next-steps")).EnumerateArray().First(step => step.GetProperty("gain").GetDecimal() == 4m).GetProperty("target").GetString());
    }

    [Fact]
    public async Task Given_a_past_moment_When_explained_Then_what_was_known_then_stands_beside_what_is_known_now()
    {
        await web.AddUnitAsync("khi-do");
        using var office = await web.ClientAsync(Role.Office);
        await SettleAsync();
        await office.DoneAsync("POST", $"/api/v1/declarations/khi-do/{Dossiers}", """{"value":40,"whole":50,"comment":"Sổ 7/BC-VP"}""");
        var between = TimeProvider.System.GetUtcNow();
        // Moments are told apart by the millisecond; the second word must not fall into the first one's.
        Assert.True(SpinWait.SpinUntil(() => TimeProvider.System.GetUtcNow() - between > TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(5)));
        await office.DoneAsync("POST", $"/api/v1/declarations/khi-do/{Dossiers}", """{"value":50,"whole":50,"comment":"Sổ 8/BC-VP"}""");

        var why = await office.DoneAsync("GET", $"/api/v1/units/khi-do/targets/S0-16/explanation?asOf={Uri.EscapeDataString(between.ToString("O"))}");

        Assert.Equal(16m, why.GetProperty("knownThen").GetProperty("points").GetDecimal());
        Assert.Equal(20m, (await TargetAsync(office, "khi-do", "S0-16")).GetProperty("points").GetDecimal());
    }

    [Fact]
    public async Task Given_an_appeal_When_open_Then_the_target_is_disputed_and_nothing_can_be_frozen_until_it_is_answered()
    {
        await web.AddUnitAsync("khieu-nai");
        using var head = await web.ClientAsync(Role.UnitHead, "khieu-nai");
        using var council = await web.ClientAsync(Role.Council);

        var appeal = await head.DoneAsync("POST", "/api/v1/units/khieu-nai/targets/S0-16/appeals", """{"reason":"Thiếu 5 hồ sơ"}""");
        Assert.True((await TargetAsync(head, "khieu-nai", "S0-16")).GetProperty("disputed").GetBoolean());
        Assert.Equal(HttpStatusCode.BadRequest, (await head.SendAsync("POST", "/api/v1/units/khieu-nai/targets/S0-16/appeals", """{"reason":"Lần nữa"}""")).Status);
        Assert.Contains("appeal", (await council.DoneAsync("GET", "/api/v1/snapshots/preflight")).Texts("kind"));

        await council.DoneAsync("POST", $"/api/v1/appeals/{appeal.GetProperty("no")}/answer", """{"accepted":true,"reason":"Đã bổ sung"}""");

        Assert.False((await TargetAsync(head, "khieu-nai", "S0-16")).GetProperty("disputed").GetBoolean());
        Assert.DoesNotContain("appeal", (await council.DoneAsync("GET", "/api/v1/snapshots/preflight")).Texts("kind"));
    }

    [Fact]
    public async Task Given_the_plan_When_asked_Then_quotes_open_points_duties_and_dates_are_there()
    {
        using var viewer = await web.ClientAsync(Role.Viewer);

        var plan = await viewer.DoneAsync("GET", "/api/v1/plan");
        Assert.Equal("100% hồ sơ công việc nội bộ được xử lý trên môi trường điện tử.", plan.GetProperty("targets")[2].GetProperty("citation").GetProperty("quote").GetString());
        Assert.Equal("muc-ho-so", plan.GetProperty("openPoints")[0].GetProperty("id").GetString());
        var calendar = await viewer.DoneAsync("GET", "/api/v1/calendar?year=2027");
        Assert.Equal("2027-12-31", calendar[0].GetProperty("lastDay").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await viewer.SendAsync("GET", "/api/v1/plan?movement=khong-co")).Status);
    }

    [Fact]
    public async Task Given_a_point_that_nothing_follows_from_When_shown_Then_page_and_answer_say_that_it_is_only_on_record()
    {
        using var viewer = await web.ClientAsync(Role.Viewer);

        var points = (await viewer.DoneAsync("GET", "/api/v1/plan")).GetProperty("openPoints").EnumerateArray();
        Assert.Equal([("muc-ho-so", false), ("loi-in", true)], points.Select(point => (point.GetProperty("id").GetString()!, point.GetProperty("recordOnly").GetBoolean())));
        Assert.Contains("ghi nhận, không đổi cách tính điểm", System.Net.WebUtility.HtmlDecode(await viewer.GetStringAsync("/plan?lang=vi")), StringComparison.Ordinal);
        Assert.Contains("on record, does not change how points are counted", await viewer.GetStringAsync("/plan?lang=en"), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> TargetAsync(HttpClient client, string unit, string target)
    {
        var board = await client.DoneAsync("GET", "/api/v1/scoreboard");
        return board.GetProperty("units").EnumerateArray().Single(row => row.GetProperty("unit").GetString() == unit)
            .GetProperty("targets").EnumerateArray().Single(row => row.GetProperty("target").GetString() == target);
    }

    private async Task SettleAsync()
    {
        using var office = await web.ClientAsync(Role.Office);
        await office.DoneAsync("POST", "/api/v1/plan/decisions/muc-ho-so", """{"option":"tram","reason":"Quyết định 15/QĐ-VP"}""");
    }
}

using System.Net;
using System.Text.Json;
using EmulationPlatform.Units.Access;
using EmulationPlatform.Web.Api.Shapes.Movement;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Api;

/// <summary>Who decided, what to do next, the agency's own points, and what a figure cannot be.</summary>
public sealed class ExplanationApiTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Dossiers = "digitalization.internal-dossiers";

    [Fact]
    public async Task Given_a_settled_point_When_its_target_is_explained_Then_page_and_answer_name_option_author_time_and_reason()
    {
        await web.AddUnitAsync("ai-duyet");
        using var office = await web.ClientAsync(Role.Office);
        await office.DoneAsync("POST", "/api/v1/plan/decisions/muc-ho-so", """{"option":"tram","reason":"Quyết định 15/QĐ-VP"}""");

        var decided = (await office.DoneAsync("GET", "/api/v1/units/ai-duyet/targets/S0-16/explanation")).GetProperty("decided")[0];

        Assert.Equal(("muc-ho-so", "tram", "thu-Office", "Quyết định 15/QĐ-VP"), (Text(decided, "decision"), Text(decided, "option"), Text(decided, "author"), Text(decided, "reason")));
        Assert.True(decided.GetProperty("at").GetDateTimeOffset() > DateTimeOffset.UnixEpoch);
        var page = await office.GetStringAsync(new Uri("/units/ai-duyet/targets/S0-16", UriKind.Relative));
        Assert.Contains("Quyết định 15/QĐ-VP", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Quy tắc mặc định", page, StringComparison.Ordinal);
        Assert.Contains("Quyết định 15/QĐ-VP", await office.GetStringAsync(new Uri("/plan", UriKind.Relative)), StringComparison.Ordinal);
        await office.DoneAsync("POST", "/api/v1/plan/decisions/muc-ho-so", """{"option":null,"reason":"Rút lại"}""");
        Assert.Equal(0, (await office.DoneAsync("GET", "/api/v1/units/ai-duyet/targets/S0-16/explanation")).GetProperty("decided").GetArrayLength());
    }

    [Fact]
    public async Task Given_points_to_gain_When_explained_Then_the_factors_give_the_points_and_the_next_step_says_how_many_more()
    {
        await web.AddUnitAsync("viec-tiep");
        using var office = await web.ClientAsync(Role.Office);
        await office.DoneAsync("POST", "/api/v1/plan/decisions/muc-ho-so", """{"option":"tram","reason":"Quyết định 15/QĐ-VP"}""");
        await office.DoneAsync("POST", $"/api/v1/declarations/viec-tiep/{Dossiers}", """{"value":38,"whole":47,"comment":"Sổ 7/BC-VP"}""");

        var why = await office.DoneAsync("GET", "/api/v1/units/viec-tiep/targets/S0-16/explanation");

        var points = why.GetProperty("weight").GetDecimal() * why.GetProperty("dueShare").GetDecimal() * why.GetProperty("attainment").GetDecimal();
        Assert.Equal(why.GetProperty("points").GetDecimal(), decimal.Round(points, 6));
        Assert.Equal("20 × 0,8085 = 16,17", why.GetProperty("calculation").GetProperty("vi").GetString());
        var step = why.GetProperty("nextStep");
        Assert.Equal((why.GetProperty("lost").GetDecimal(), "UnitHead"), (step.GetProperty("gain").GetDecimal(), Text(step, "by")));
        var unit = await office.GetStringAsync(new Uri("/units/viec-tiep", UriKind.Relative));
        Assert.Contains("Việc nên làm tiếp", unit, StringComparison.Ordinal);
        Assert.Contains("Việc nên làm tiếp", await office.GetStringAsync(new Uri("/units/viec-tiep/targets/S0-16", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90", HttpStatusCode.BadRequest)]
    [InlineData("-0.1", HttpStatusCode.BadRequest)]
    [InlineData("0.9", HttpStatusCode.OK)]
    [InlineData("1", HttpStatusCode.OK)]
    public async Task Given_a_share_When_supposed_Then_only_0_to_1_is_taken(string value, HttpStatusCode expected)
    {
        await web.AddUnitAsync("gia-dinh");
        using var office = await web.ClientAsync(Role.Office);
        await office.DoneAsync("POST", "/api/v1/plan/decisions/muc-ho-so", """{"option":"tram","reason":"Quyết định 15/QĐ-VP"}""");

        var (status, problem) = await office.SendAsync("GET", $"/api/v1/units/gia-dinh/what-if?figure={Dossiers}&value={value}");

        Assert.Equal(expected, status);
        if (status == HttpStatusCode.BadRequest)
        {
            Assert.Equal(["value"], Call.Fields(problem));
        }
    }

    [Theory]
    [InlineData("90", "Điểm đơn vị", "0 đến 100")]
    [InlineData("101", "0 đến 100", "Điểm đơn vị")]
    public async Task Given_a_share_on_the_page_When_supposed_Then_it_is_per_cent(string value, string expected, string unexpected)
    {
        await web.AddUnitAsync("gia-dinh-trang");
        using var office = await web.ClientAsync(Role.Office);
        await office.DoneAsync("POST", "/api/v1/plan/decisions/muc-ho-so", """{"option":"tram","reason":"Quyết định 15/QĐ-VP"}""");

        var page = await office.GetStringAsync(new Uri($"/units/gia-dinh-trang/targets/S0-16?figure={Dossiers}&value={value}&numbers=vi", UriKind.Relative));

        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.DoesNotContain(unexpected + (unexpected[0] == '0' ? "." : ""), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_agency_When_explained_Then_it_has_the_shape_of_a_unit_s_and_names_the_units_behind_it()
    {
        await web.AddUnitAsync("don-vi-mot");
        using var office = await web.ClientAsync(Role.Office);
        await office.DoneAsync("POST", "/api/v1/plan/decisions/muc-ho-so", """{"option":"tram","reason":"Quyết định 15/QĐ-VP"}""");
        await office.DoneAsync("POST", $"/api/v1/declarations/don-vi-mot/{Dossiers}", """{"value":50,"whole":50,"comment":"Sổ 7/BC-VP"}""");

        foreach (var target in (await office.DoneAsync("GET", "/api/v1/scoreboard")).GetProperty("organisation").GetProperty("targets").EnumerateArray())
        {
            var id = Text(target, "target");
            var why = await office.DoneAsync("GET", $"/api/v1/units/organisation/targets/{id}/explanation");
            Assert.Equal(("organisation", id), (Text(why, "unit"), Text(why, "target")));
            using var page = await office.GetAsync(new Uri($"/units/organisation/targets/{id}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }

        var dossiers = await office.DoneAsync("GET", "/api/v1/units/organisation/targets/S0-16/explanation");
        var unit = dossiers.GetProperty("units").EnumerateArray().Single(known => Text(known, "unit") == "don-vi-mot");
        Assert.True(unit.GetProperty("meets").GetBoolean());
        Assert.Equal("don-vi-mot", Text(await office.DoneAsync("GET", Text(unit, "href")), "unit"));
        Assert.Equal(HttpStatusCode.NotFound, (await office.SendAsync("GET", "/api/v1/units/organisation/targets/khong-co/explanation")).Status);
    }

    [Fact]
    public void Given_a_correction_When_compared_Then_the_agency_is_among_the_differences_and_the_clock_alone_is_not()
    {
        const string before = """{"organisation":{"score":75.28,"band":"dat","targets":[{"target":"k","points":0,"met":1}]},"units":[{"unit":"a1","score":80.0001,"targets":[{"target":"c","required":10.862644,"attainment":0.91}]}]}""";
        const string after = """{"organisation":{"score":81.14,"band":"kha","targets":[{"target":"k","points":5,"met":2}]},"units":[{"unit":"a1","score":80.0002,"targets":[{"target":"c","required":10.862646,"attainment":0.95}]}]}""";

        var differences = SnapshotDifferenceJson.Between(before, after);

        Assert.Equal(
            [("organisation", "", "score"), ("organisation", "", "band"), ("organisation", "k", "points"), ("organisation", "k", "met"), ("a1", "c", "attainment")],
            differences.Select(difference => (difference.Unit, difference.Target, difference.Field)));
        Assert.Equal(("75.28", "81.14"), (differences[0].Before, differences[0].After));
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}

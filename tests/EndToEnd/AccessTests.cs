using System.Net;
using System.Text.Json.Nodes;
using EmulationPlatform.EndToEnd.Support;

namespace EmulationPlatform.EndToEnd;

/// <summary>Who is let in, and to what.</summary>
[Collection(OneServingHost.Name)]
public sealed class AccessTests(ServingHost host)
{
    [Theory]
    [InlineData("/api/v1/scoreboard")]
    [InlineData("/api/v1/scoreboard/stream")]
    [InlineData("/api/v1/units")]
    [InlineData("/api/v1/sources")]
    [InlineData("/api/v1/quarantine")]
    [InlineData("/api/v1/unmatched")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/v1/no-such-thing")]
    public async Task Given_no_key_When_anything_but_health_is_asked_for_Then_it_is_refused_with_problem_details(string path)
    {
        using var api = new Api(host.Setup);
        using var answer = await api.SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(401, (int)(await Api.JsonOfAsync(answer))["status"]!);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task Given_no_key_or_a_wrong_one_When_health_or_data_is_asked_for_Then_only_health_answers()
    {
        using var nobody = new Api(host.Setup);
        using var stranger = new Api(host.Setup, "not-a-key");

        Assert.Equal(HttpStatusCode.OK, await nobody.StatusAsync(HttpMethod.Get, "/health/live"));
        Assert.Equal(HttpStatusCode.OK, await nobody.StatusAsync(HttpMethod.Get, "/health/ready"));
        Assert.Equal(HttpStatusCode.Unauthorized, await stranger.StatusAsync(HttpMethod.Get, "/api/v1/units"));
        Assert.Equal(HttpStatusCode.Unauthorized, await nobody.StatusAsync(HttpMethod.Post, "/api/v1/readings", new JsonArray()));
    }

    [Fact]
    public async Task Given_keys_of_lower_roles_When_they_write_Then_they_are_refused_what_is_not_theirs()
    {
        using var viewer = new Api(host.Setup, await Command.CreateKeyAsync(host.Setup.DataFolder, "Viewer"));
        using var facilities = new Api(host.Setup, await Command.CreateKeyAsync(host.Setup.DataFolder, "Facilities"));
        var unit = new JsonObject { ["name"] = "Phòng thử" };

        using var refused = await viewer.SendAsync(HttpMethod.Put, "/api/v1/units/phong-thu", unit.DeepClone());
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.Forbidden, await facilities.StatusAsync(HttpMethod.Put, "/api/v1/units/phong-thu", unit));
        Assert.Equal(HttpStatusCode.Forbidden, await viewer.StatusAsync(HttpMethod.Post, "/api/v1/readings", new JsonArray()));
        Assert.Equal(HttpStatusCode.OK, await facilities.StatusAsync(HttpMethod.Post, "/api/v1/readings", new JsonArray()));
        Assert.DoesNotContain(await viewer.ListAsync("/api/v1/units"), known => (string?)known!["unit"] == "phong-thu");
    }

    [Fact]
    public async Task Given_no_user_name_When_a_device_connects_Then_it_is_refused()
    {
        await using var v5 = await MqttClient.ConnectAsync(host.Setup.MqttPort, new MqttLogin());
        await using var v311 = await MqttClient.ConnectAsync(host.Setup.MqttPort, new MqttLogin(Version: 4));

        Assert.Equal(0x87, v5.ConnectCode);
        Assert.Equal(5, v311.ConnectCode);
    }

    [Theory]
    [InlineData(5, 0x86)]
    [InlineData(4, 4)]
    public async Task Given_a_wrong_password_or_user_When_a_device_connects_Then_it_is_refused(int version, int code)
    {
        await using var wrong = await MqttClient.ConnectAsync(host.Setup.MqttPort, host.Login with { Password = "guess", Version = version });
        await using var unknown = await MqttClient.ConnectAsync(host.Setup.MqttPort, new MqttLogin("nobody", "guess", version));

        Assert.Equal((code, code), (wrong.ConnectCode, unknown.ConnectCode));
    }

    [Fact]
    public async Task Given_a_topic_outside_the_grant_When_it_is_published_to_Then_nothing_of_it_is_kept()
    {
        await using (var device = await host.ConnectAsync())
        {
            Assert.Equal(0x87, await device.PublishAsync("other/van-phong/SENSOR", Meter.Message(Meter.Now, 1)));
            Assert.Equal(0, await device.PublishAsync("tele/granted/SENSOR", Meter.Message(Meter.Now, 1)));
        }

        using var api = host.Api;
        Assert.Single(await api.ListAsync("/api/v1/sources?topic=tele/granted/SENSOR"));
        Assert.Empty(await api.ListAsync("/api/v1/sources?topic=other/van-phong/SENSOR"));
        Assert.DoesNotContain(await api.ListAsync("/api/v1/unmatched"), row => (string?)row!["topic"] == "other/van-phong/SENSOR");
    }

    [Fact]
    public async Task Given_a_key_When_the_API_is_described_Then_its_paths_are_listed()
    {
        using var api = host.Api;

        var document = await api.GetAsync("/openapi/v1.json");
        var paths = document["paths"]!.AsObject().Select(path => path.Key).ToList();

        Assert.StartsWith("3.", (string)document["openapi"]!, StringComparison.Ordinal);
        Assert.Empty(((string[])[
            "/health/live", "/health/ready", "/api/v1/scoreboard", "/api/v1/scoreboard/stream", "/api/v1/units", "/api/v1/units/{unit}", "/api/v1/sources",
            "/api/v1/sources/{source}", "/api/v1/sources/{source}/consumption", "/api/v1/sources/{source}/readings", "/api/v1/readings", "/api/v1/quarantine",
            "/api/v1/quarantine/{id}/replay", "/api/v1/unmatched",
        ]).Except(paths));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/health/live")]
    [InlineData("/api/v1/units")]
    [InlineData("/no-such-page")]
    public async Task Given_any_answer_When_its_head_is_read_Then_the_security_headers_are_there(string path)
    {
        using var api = host.Api;
        using var answer = await api.SendAsync(HttpMethod.Get, path);

        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Empty(answer.Headers.Server);
    }
}

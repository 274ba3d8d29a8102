using System.Text;
using EmulationPlatform.Connectors.Mqtt.Protocol;
using EmulationPlatform.Mqtt.Tests.Support;

namespace EmulationPlatform.Mqtt.Tests.Protocol;

public sealed class ConnectTests
{
    [Fact]
    public async Task Given_5_0_When_connected_Then_the_server_tells_its_limits()
    {
        await using var endpoint = await TestEndpoint.StartAsync(settings: [("ReceiveMaximum", "300"), ("MaxPacketBytes", "65536")]);
        await using var client = await endpoint.ConnectAsync(new ConnectFields { SessionExpirySeconds = 60 });

        Assert.Equal(
            "00-00-18-11-00-00-00-3C-21-01-2C-27-00-01-00-00-22-00-40-25-01-28-01-29-01-2A-00", BitConverter.ToString(client.Connack));
    }

    [Fact]
    public async Task Given_no_client_id_When_connected_Then_5_0_gets_one_and_3_1_1_needs_a_clean_session()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var nameless = new ConnectFields { ClientId = "" };
        await using var five = await endpoint.ConnectAsync(nameless);
        await using var clean = await endpoint.ConnectAsync(nameless with { Version = ProtocolVersion.V311 });
        await using var persistent = await endpoint.OpenAsync();

        await persistent.SendAsync(Send.Connect(nameless with { Version = ProtocolVersion.V311, CleanStart = false }));

        await persistent.ExpectAsync(0x20, 2, 0, 2);
        await persistent.ExpectEndAsync();
        Assert.Contains("auto-", Encoding.UTF8.GetString(five.Connack), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0004 4D515454 03 02 0000 0000", "2002-0001")]
    [InlineData("0006 4D5149736470 03 02 0000 0000", "2002-0001")]
    [InlineData("0004 4D515454 06 02 0000 00 0000", "20-0084")]
    [InlineData("0004 4D515454 05 03 0000 00 0001 61", "20-0081")]
    [InlineData("0004 4D515454 05 02 0000 00 0001 C3", "20-0081")]
    [InlineData("0004 4D515454 05 02 0000 03 21 0000 0001 61", "20-0082")]
    [InlineData("0004 4D515454 05 02 0000 05 15 0002 7878 0001 61", "20-008C")]
    [InlineData("0004 4D515454 04 03 0000 0001 61", "")]
    [InlineData("0004 4D515454 04 42 0000 0001 61 0001 62", "")]
    [InlineData("0004 41515454 04 02 0000 0001 61", "20-0081")]
    public async Task Given_a_bad_connect_When_sent_Then_it_is_refused_in_the_words_of_its_version(string body, string answer)
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var client = await endpoint.OpenAsync();

        await client.SendAsync(Send.Packet(0x10, Convert.FromHexString(body.Replace(" ", "", StringComparison.Ordinal))));
        var packet = await client.ReceiveOrEndAsync();

        var expected = answer.Split('-');
        Assert.Equal(expected[0].Length == 0, packet is null);
        Assert.StartsWith(expected[^1], packet is { } got ? Convert.ToHexString(got.Body) : "", StringComparison.Ordinal);
        Assert.True(packet is null || await client.ReceiveOrEndAsync() is null);
    }

    [Theory]
    [InlineData(null, null, 0x87, 5)]
    [InlineData("meter", "wrong", 0x86, 4)]
    [InlineData("other", "secret", 0x86, 4)]
    [InlineData("meter", "secret", 0, 0)]
    public async Task Given_users_When_signing_in_Then_only_the_right_password_opens(string? user, string? password, byte code5, byte code311)
    {
        await using var endpoint = await TestEndpoint.StartAsync(credentials: new FakeCredentials("tele/#"));
        foreach (var (version, expected) in new[] { (ProtocolVersion.V5, code5), (ProtocolVersion.V311, code311) })
        {
            await using var client = await endpoint.OpenAsync();
            await client.SendAsync(Send.Connect(new ConnectFields { Version = version, UserName = user, Password = password }));
            Assert.Equal(expected, (await client.ReceiveAsync()).Body[1]);
        }
    }

    [Fact]
    public async Task Given_a_grant_When_publishing_elsewhere_Then_5_0_is_told_so_and_3_1_1_is_disconnected()
    {
        await using var endpoint = await TestEndpoint.StartAsync(credentials: new FakeCredentials("tele/+/SENSOR"));
        var signedIn = new ConnectFields { UserName = "meter", Password = "secret" };
        await using var client = await endpoint.ConnectAsync(signedIn);
        await using var old = await endpoint.ConnectAsync(signedIn with { Version = ProtocolVersion.V311, ClientId = "old" });

        await client.PublishAsync("1", qos: 1, id: 1, topic: "tele/a/SENSOR");
        await client.ExpectAsync(0x40, 2, 0, 1);
        await client.PublishAsync("1", qos: 1, id: 2, topic: "stat/a");
        Assert.Equal([0, 2, 0x87], (await client.ReceiveAsync()).Body[..3]);
        await client.PublishAsync("1", qos: 2, id: 3, topic: "$SYS/a");
        Assert.Equal([0, 3, 0x87], (await client.ReceiveAsync()).Body[..3]);
        await client.PublishAsync("1", topic: "stat/a");
        await client.ExpectDisconnectAsync(ReasonCode.NotAuthorized);
        await old.PublishAsync("1", qos: 1, id: 1, topic: "stat/a");
        await old.ExpectEndAsync();

        Assert.Equal((1, 4), (endpoint.Sink.Committed.Count, endpoint.Figure("topicsNotAllowed")));
    }

    [Fact]
    public async Task Given_no_problem_information_or_a_small_maximum_When_refused_Then_the_reason_string_is_left_out()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var quiet = await endpoint.ConnectAsync(new ConnectFields { ClientId = "quiet", Properties = [23, 0] });
        await using var small = await endpoint.ConnectAsync(new ConnectFields { ClientId = "small", Properties = [39, 0, 0, 0, 31] });

        await quiet.PublishAsync("1", qos: 1, id: 2, topic: "$SYS/a");
        await quiet.ExpectAsync(0x40, 3, 0, 2, 0x87);
        await small.SendAsync(Send.Publish("$SYS/long", "1"));
        await small.ExpectAsync(0xE0, 1, 0x87);
    }

    [Fact]
    public async Task Given_the_port_is_taken_When_started_Then_the_message_says_what_to_do()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => TestEndpoint.StartAsync(settings: ("Listen", $"127.0.0.1:{endpoint.Port}")));

        Assert.Contains($"127.0.0.1:{endpoint.Port}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Connectors:mqtt:Listen", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Listen", "1883")]
    [InlineData("Listen", "meters:1883")]
    [InlineData("Listen", "127.0.0.1:70000")]
    [InlineData("ReceiveMaximum", "0")]
    [InlineData("ReceiveMaximum", "65536")]
    [InlineData("ReceiveMaximum", "many")]
    [InlineData("MaxPacketBytes", "10")]
    [InlineData("ConnectTimeout", "00:00:00")]
    [InlineData("SessionExpiry", "400.00:00:00")]
    public async Task Given_a_setting_out_of_range_When_started_Then_it_does_not_start(string key, string value) =>
        await Assert.ThrowsAsync<System.ComponentModel.DataAnnotations.ValidationException>(() => TestEndpoint.StartAsync(settings: (key, value)));
}

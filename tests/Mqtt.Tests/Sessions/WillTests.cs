using EmulationPlatform.Connectors.Mqtt.Protocol;
using EmulationPlatform.Mqtt.Tests.Support;

namespace EmulationPlatform.Mqtt.Tests.Sessions;

public sealed class WillTests
{
    private static readonly ConnectFields WithWill = new() { Will = ("tele/a/SENSOR", "99") };

    [Theory]
    [InlineData(null, true)]
    [InlineData((byte)0, false)]
    [InlineData((byte)4, true)]
    public async Task Given_a_will_When_the_connection_ends_Then_only_a_plain_goodbye_drops_it(byte? disconnectCode, bool published)
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var client = await endpoint.ConnectAsync(WithWill);

        if (disconnectCode is { } code)
        {
            await client.SendAsync(Send.Disconnect(code));
            await client.ExpectEndAsync();
        }
        else
        {
            client.Cut();
        }

        await Eventually.TrueAsync(() => endpoint.Figure("connections") == 0, "the connection has ended");
        Assert.Equal(published ? [99m] : [], endpoint.Sink.Values);
    }

    [Fact]
    public async Task Given_a_will_of_3_1_1_When_the_protocol_is_broken_Then_it_is_published()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var client = await endpoint.ConnectAsync(WithWill with { Version = ProtocolVersion.V311 });

        await client.SendAsync(Send.Publish("a/#", "1", version: ProtocolVersion.V311));
        await client.ExpectEndAsync();

        await Eventually.TrueAsync(() => endpoint.Sink.Values is [99m], "the will is published");
    }

    [Fact]
    public async Task Given_a_delayed_will_When_the_client_stays_away_Then_it_is_published_after_the_delay_and_otherwise_not()
    {
        var clock = new ManualClock();
        await using var endpoint = await TestEndpoint.StartAsync(clock: clock);
        var delayed = WithWill with { CleanStart = false, SessionExpirySeconds = 600, WillDelaySeconds = 30 };
        await using (await endpoint.ConnectAsync(delayed))
        {
        }

        await Eventually.TrueAsync(() => endpoint.Figure("connections") == 0, "the connection has ended");
        clock.Advance(TimeSpan.FromSeconds(29));
        await using (await endpoint.ConnectAsync(delayed))
        {
        }

        await Eventually.TrueAsync(() => endpoint.Figure("connections") == 0, "the second connection has ended");
        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Empty(endpoint.Sink.Values);
        clock.Advance(TimeSpan.FromSeconds(2));
        await Eventually.TrueAsync(() => endpoint.Sink.Values is [99m], "the will is published");
    }

    [Fact]
    public async Task Given_a_delayed_will_When_a_clean_start_ends_its_session_Then_it_is_published_at_once()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var delayed = WithWill with { CleanStart = false, SessionExpirySeconds = 600, WillDelaySeconds = 30 };
        await using (await endpoint.ConnectAsync(delayed))
        {
        }

        await Eventually.TrueAsync(() => endpoint.Figure("connections") == 0, "the connection has ended");
        await using var clean = await endpoint.ConnectAsync();

        Assert.Equal([99m], endpoint.Sink.Values);
    }

    [Fact]
    public async Task Given_a_will_for_a_topic_outside_the_grant_When_connecting_Then_it_is_refused()
    {
        await using var endpoint = await TestEndpoint.StartAsync(credentials: new FakeCredentials("stat/#"));
        await using var client = await endpoint.OpenAsync();

        await client.SendAsync(Send.Connect(WithWill with { UserName = "meter", Password = "secret" }));

        Assert.Equal(0x87, (await client.ReceiveAsync()).Body[1]);
    }
}

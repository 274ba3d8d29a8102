using EmulationPlatform.Connectors.Mqtt.Protocol;
using EmulationPlatform.Mqtt.Tests.Support;

namespace EmulationPlatform.Mqtt.Tests.Robustness;

public sealed class LoadLimitTests
{
    [Fact]
    public async Task Given_a_thousand_clients_When_they_come_at_once_Then_all_are_served()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var clients = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(async number =>
        {
            var client = await endpoint.ConnectAsync(new ConnectFields { ClientId = $"meter-{number}" });
            await client.PublishAsync("1", qos: 1, id: 1);
            await client.ExpectAsync(0x40, 2, 0, 1);
            return client;
        }));

        Assert.Equal(1_000, endpoint.Figure("connections"));
        Assert.Equal(1_000, endpoint.Sink.Committed.Count);
        await Task.WhenAll(clients.Select(client => client.DisposeAsync().AsTask()));
        await Eventually.TrueAsync(() => endpoint.Figure("connections") == 0, "all have gone");
    }

    [Theory]
    [InlineData("MaxConnections")]
    [InlineData("MaxConnectionsPerAddress")]
    public async Task Given_a_limit_of_connections_When_one_more_comes_Then_it_is_turned_away(string limit)
    {
        await using var endpoint = await TestEndpoint.StartAsync(settings: (limit, "2"));
        await using var first = await endpoint.ConnectAsync(new ConnectFields { ClientId = "1" });
        await using var second = await endpoint.ConnectAsync(new ConnectFields { ClientId = "2" });
        await using var third = await endpoint.OpenAsync();

        await third.ExpectEndAsync();
        await second.SendAsync(Send.Disconnect());
        await second.ExpectEndAsync();
        await Eventually.TrueAsync(() => endpoint.Figure("connections") == 1, "a place is free");

        await using var fourth = await endpoint.ConnectAsync(new ConnectFields { ClientId = "4" });
    }

    [Fact]
    public async Task Given_silence_When_one_and_a_half_keep_alives_pass_Then_the_connection_ends()
    {
        var clock = new ManualClock();
        await using var endpoint = await TestEndpoint.StartAsync(clock: clock);
        await using var client = await endpoint.ConnectAsync(new ConnectFields { KeepAliveSeconds = 20 });
        await using var patient = await endpoint.ConnectAsync(new ConnectFields { ClientId = "patient", KeepAliveSeconds = 0 });

        clock.Advance(TimeSpan.FromSeconds(29));
        await client.ExpectOnlyPingAnswerAsync();
        clock.Advance(TimeSpan.FromSeconds(29));
        await client.ExpectOnlyPingAnswerAsync();
        clock.Advance(TimeSpan.FromSeconds(32));

        await client.ExpectDisconnectAsync(ReasonCode.KeepAliveTimeout);
        await patient.ExpectOnlyPingAnswerAsync();
    }

    [Fact]
    public async Task Given_no_connect_When_the_time_is_over_Then_the_connection_ends()
    {
        var clock = new ManualClock();
        await using var endpoint = await TestEndpoint.StartAsync(clock: clock);
        await using var mute = await endpoint.OpenAsync();
        await using var half = await endpoint.OpenAsync();
        await half.SendAsync(Send.Connect(new ConnectFields())[..5]);
        await Eventually.TrueAsync(() => endpoint.Figure("connections") == 2, "both are connected");

        clock.Advance(TimeSpan.FromSeconds(12));

        await mute.ExpectEndAsync();
        await half.ExpectEndAsync();
    }

    [Fact]
    public async Task Given_a_client_that_never_reads_When_answers_pile_up_Then_it_is_not_read_any_further_and_cut_after_the_write_timeout()
    {
        var clock = new ManualClock();
        await using var endpoint = await TestEndpoint.StartAsync(clock: clock, settings: ("ReceiveMaximum", "100"));
        await using var client = await endpoint.ConnectAsync(new ConnectFields { Version = ProtocolVersion.V311, KeepAliveSeconds = 10 });
        var flood = Enumerable.Repeat(Send.Publish("t", "nothing", 1, 1, ProtocolVersion.V311), 10_000).SelectMany(packet => packet).ToArray();

        using var flooding = new CancellationTokenSource();
        var sending = SendForeverAsync(client, flood, flooding.Token);
        await StandsStillAsync(() => endpoint.Figure("publishes"));
        var taken = endpoint.Figure("publishes");
        Assert.InRange(taken, 1, 20_000_000);
        clock.Advance(TimeSpan.FromSeconds(25));

        await Eventually.TrueAsync(() => endpoint.Figure("connections") == 0, "the client is cut");
        await flooding.CancelAsync();
        await sending;
        await BadInputTests.GoodClientWorksAsync(endpoint);
    }

    [Fact]
    public async Task Given_qos_0_faster_than_the_disk_When_published_Then_reading_stops_and_nothing_is_dropped()
    {
        await using var endpoint = await TestEndpoint.StartAsync(settings: ("MaxPacketBytes", "1024"));
        await using var client = await endpoint.ConnectAsync();
        endpoint.Sink.Hold();

        await client.SendAsync([.. Enumerable.Range(1, 500).Select(value => Send.Publish("t", $"{value}"))]);
        await Eventually.TrueAsync(() => endpoint.Sink.Waiting.Count > 0, "the first have come");
        await StandsStillAsync(() => endpoint.Sink.Waiting.Count);
        Assert.InRange(endpoint.Sink.Waiting.Count, 1, 20);
        endpoint.Sink.CommitWaiting();

        await client.ExpectOnlyPingAnswerAsync();
        Assert.Equal(Enumerable.Range(1, 500).Select(value => (decimal)value), endpoint.Sink.Values);
    }

    [Fact]
    public async Task Given_messages_on_their_way_When_stopped_Then_they_are_acknowledged_before_the_goodbye()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var client = await endpoint.ConnectAsync();
        endpoint.Sink.Hold();
        await client.SendAsync(Send.Publish("t", "1", 1, 1), Send.Publish("t", "2", 1, 2));
        await Eventually.TrueAsync(() => endpoint.Sink.Waiting.Count == 2, "both are in line");

        var stopping = endpoint.StopAsync();
        endpoint.Sink.CommitWaiting();

        await client.ExpectAsync(0x40, 2, 0, 1);
        await client.ExpectAsync(0x40, 2, 0, 2);
        await client.ExpectDisconnectAsync(ReasonCode.ServerShuttingDown);
        await stopping;
        Assert.False(endpoint.Connector.Health.Ready);
    }

    private static async Task SendForeverAsync(RawClient client, byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await client.SendAsync(bytes).WaitAsync(cancellationToken);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Cut by the server, as the test wants it.
        }
    }

    /// <summary>Waits until the figure has not changed for a while.</summary>
    private static async Task StandsStillAsync(Func<long> figure)
    {
        var last = -1L;
        var same = 0;
        await Eventually.TrueAsync(
            () =>
            {
                var now = figure();
                same = now == last ? same + 1 : 0;
                last = now;
                return now > 0 && same >= 40;
            },
            "the figure stands still");
    }
}

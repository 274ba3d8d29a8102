using EmulationPlatform.Connectors.Mqtt.Protocol;
using EmulationPlatform.Mqtt.Tests.Support;

namespace EmulationPlatform.Mqtt.Tests.Sessions;

public sealed class SessionTests
{
    private static readonly ConnectFields Lasting = new() { CleanStart = false, SessionExpirySeconds = 600 };
    private static readonly ConnectFields Lasting311 = new() { CleanStart = false, Version = ProtocolVersion.V311 };

    public static TheoryData<string> Versions => ["V311", "V5"];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Given_qos_2_before_pubrel_When_reconnected_Then_the_message_is_not_stored_again(string version)
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var fields = Of(version);
        await using (var first = await endpoint.ConnectAsync(fields))
        {
            Assert.False(first.SessionPresent);
            await first.PublishAsync("1", qos: 2, id: 5);
            await first.ExpectAsync(0x50, 2, 0, 5);
        }

        await using var second = await endpoint.ConnectAsync(fields);
        Assert.True(second.SessionPresent);
        await CompleteAsync(second, id: 5);

        Assert.Equal([1m], endpoint.Sink.Values);
        Assert.DoesNotContain(endpoint.Sink.StateKeys, key => key.StartsWith("qos2/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Given_qos_2_before_pubrel_When_the_host_crashes_Then_the_message_is_not_stored_again(string version)
    {
        await using var before = await TestEndpoint.StartAsync();
        var fields = Of(version);
        await using var first = await before.ConnectAsync(fields);
        await first.PublishAsync("1", qos: 2, id: 5);
        await first.ExpectAsync(0x50, 2, 0, 5);

        await using var after = await TestEndpoint.StartAsync(before.Sink.AfterCrash());
        await using var second = await after.ConnectAsync(fields);
        Assert.True(second.SessionPresent);
        await CompleteAsync(second, id: 5);

        Assert.Equal([1m], after.Sink.Values);
    }

    [Fact]
    public async Task Given_qos_2_not_yet_on_disk_When_the_host_crashes_Then_the_message_is_stored_when_it_comes_again()
    {
        await using var before = await TestEndpoint.StartAsync();
        await using var first = await before.ConnectAsync(Lasting);
        before.Sink.Hold();
        await first.PublishAsync("1", qos: 2, id: 5);
        await Eventually.TrueAsync(() => before.Sink.Waiting.Count == 1, "the message is in line");

        await using var after = await TestEndpoint.StartAsync(before.Sink.AfterCrash());
        await using var second = await after.ConnectAsync(Lasting);
        await CompleteAsync(second, id: 5);

        Assert.Equal([1m], after.Sink.Values);
    }

    [Fact]
    public async Task Given_pubrel_When_its_removal_is_not_on_disk_Then_pubcomp_waits_and_a_failure_keeps_the_identifier()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var first = await endpoint.ConnectAsync(Lasting);
        await first.PublishAsync("1", qos: 2, id: 5);
        await first.ExpectAsync(0x50, 2, 0, 5);
        endpoint.Sink.Hold();
        await first.SendAsync(Send.Pubrel(5));
        await first.ExpectOnlyPingAnswerAsync();
        endpoint.Sink.FailWaiting();
        await first.ExpectDisconnectAsync(ReasonCode.ImplementationSpecificError);
        endpoint.Sink.CommitWaiting();

        await using var second = await endpoint.ConnectAsync(Lasting);
        await second.SendAsync(Send.Pubrel(5));
        await second.ExpectAsync(0x70, 2, 0, 5);
        await second.SendAsync(Send.Pubrel(5));
        await second.ExpectAsync(0x70, 3, 0, 5, 0x92);
    }

    [Fact]
    public async Task Given_a_finished_identifier_When_used_again_Then_it_is_a_new_message()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var client = await endpoint.ConnectAsync(Lasting311 with { CleanStart = true });
        foreach (var value in new[] { "1", "2" })
        {
            await client.PublishAsync(value, qos: 2, id: 5);
            await client.PublishAsync(value, qos: 2, id: 5, dup: true);
            await client.ExpectAsync(0x50, 2, 0, 5);
            await client.ExpectAsync(0x50, 2, 0, 5);
            await client.SendAsync(Send.Pubrel(5));
            await client.ExpectAsync(0x70, 2, 0, 5);
        }

        await client.SendAsync(Send.Pubrel(6));
        await client.ExpectAsync(0x70, 2, 0, 6);
        Assert.Equal([1m, 2m], endpoint.Sink.Values);
    }

    [Fact]
    public async Task Given_a_clean_start_or_an_expired_session_When_connected_Then_nothing_of_it_is_left()
    {
        var clock = new ManualClock();
        await using var endpoint = await TestEndpoint.StartAsync(clock: clock);
        await LeaveIdentifierAsync(endpoint);

        await using (var clean = await endpoint.ConnectAsync(Lasting with { CleanStart = true, SessionExpirySeconds = 0 }))
        {
            Assert.False(clean.SessionPresent);
            Assert.Empty(endpoint.Sink.StateKeys);
            await clean.SendAsync(Send.Disconnect());
            await clean.ExpectEndAsync();
        }

        await LeaveIdentifierAsync(endpoint);
        await Eventually.TrueAsync(() => endpoint.Figure("connections") == 0, "the connection has ended");
        clock.Advance(TimeSpan.FromSeconds(599));
        Assert.NotEmpty(endpoint.Sink.StateKeys);
        clock.Advance(TimeSpan.FromSeconds(3));
        await Eventually.TrueAsync(() => endpoint.Sink.StateKeys.Count == 0 && endpoint.Figure("sessions") == 0, "the session expires");
    }

    [Fact]
    public async Task Given_an_expired_session_on_disk_When_started_Then_it_is_removed()
    {
        var clock = new ManualClock();
        var before = await TestEndpoint.StartAsync(clock: clock);
        await LeaveIdentifierAsync(before);
        await before.DisposeAsync();
        clock.Advance(TimeSpan.FromSeconds(601));

        await using var after = await TestEndpoint.StartAsync(before.Sink.AfterCrash(), clock);

        Assert.Empty(after.Sink.StateKeys);
        Assert.Equal(0, after.Figure("sessions"));
    }

    [Fact]
    public async Task Given_disconnect_with_another_expiry_When_sent_Then_it_counts()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using (var client = await endpoint.ConnectAsync(Lasting))
        {
            await client.SendAsync(Send.Disconnect(0, expirySeconds: 0));
            await client.ExpectEndAsync();
        }

        await Eventually.TrueAsync(() => endpoint.Sink.StateKeys.Count == 0, "the session ends with its connection");
        await using var fleeting = await endpoint.ConnectAsync();
        await fleeting.SendAsync(Send.Disconnect(0, expirySeconds: 60));
        await fleeting.ExpectDisconnectAsync(ReasonCode.ProtocolError);
    }

    [Fact]
    public async Task Given_sessions_that_end_with_their_connection_When_they_publish_Then_no_state_is_written()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using (var client = await endpoint.ConnectAsync())
        {
            await client.PublishAsync("1", qos: 1, id: 1);
            await client.ExpectAsync(0x40, 2, 0, 1);
            await CompleteAsync(client, id: 2);
            await client.SendAsync(Send.Disconnect());
            await client.ExpectEndAsync();
        }

        await Eventually.TrueAsync(() => endpoint.Figure("connections") == 0, "the connection has ended");
        Assert.All(endpoint.Sink.Committed, delivery => Assert.Empty(delivery.State));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Given_a_second_client_with_the_same_id_When_connected_Then_it_takes_over(string version)
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var first = await endpoint.ConnectAsync(Of(version));
        await using var second = await endpoint.ConnectAsync(Of(version));

        if (first.Version == ProtocolVersion.V5)
        {
            await first.ExpectDisconnectAsync(ReasonCode.SessionTakenOver);
        }
        else
        {
            await first.ExpectEndAsync();
        }

        Assert.True(second.SessionPresent);
        await second.ExpectOnlyPingAnswerAsync();
        Assert.Equal(1, endpoint.Figure("takeovers"));
    }

    [Fact]
    public async Task Given_messages_on_their_way_to_the_disk_When_taken_over_Then_the_new_connection_waits_for_them()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var first = await endpoint.ConnectAsync(Lasting);
        endpoint.Sink.Hold();
        await first.PublishAsync("1", qos: 2, id: 5);
        await Eventually.TrueAsync(() => endpoint.Sink.Waiting.Count == 1, "the message is in line");
        await using var second = await endpoint.OpenAsync();
        await second.SendAsync(Send.Connect(Lasting));
        await first.ExpectDisconnectAsync(ReasonCode.SessionTakenOver);

        endpoint.Sink.CommitWaiting();
        Assert.Equal([1, 0], (await second.ReceiveAsync()).Body[..2]);
        await CompleteAsync(second, id: 5);

        Assert.Equal([1m], endpoint.Sink.Values);
    }

    [Fact]
    public async Task Given_twenty_clients_with_one_id_When_they_come_at_once_Then_one_remains()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var clients = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => endpoint.OpenAsync()));

        await Task.WhenAll(clients.Select(client => client.SendAsync(Send.Connect(Lasting))));
        await Eventually.TrueAsync(() => endpoint.Figure("takeovers") >= 19 && endpoint.Figure("connections") == 1, "one connection is left");

        foreach (var client in clients)
        {
            await client.DisposeAsync();
        }
    }

    [Fact]
    public async Task Given_connections_reset_in_the_middle_When_the_clients_come_back_Then_their_sessions_are_free()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        for (var round = 0; round < 200; round++)
        {
            await using var client = await endpoint.ConnectAsync(Lasting);
            await client.SendAsync([.. Enumerable.Range(1, 50).Select(id => Send.Publish("t", "1", 1, (ushort)id))]);
            client.Reset();
        }

        await Eventually.TrueAsync(() => endpoint.Figure("connections") == 0, "all have ended");
    }

    private static ConnectFields Of(string version) => version == "V5" ? Lasting : Lasting311;

    private static async Task LeaveIdentifierAsync(TestEndpoint endpoint)
    {
        await using var client = await endpoint.ConnectAsync(Lasting);
        await client.PublishAsync("1", qos: 2, id: 5);
        await client.ExpectAsync(0x50, 2, 0, 5);
    }

    /// <summary>PUBLISH again, PUBREC, PUBREL, PUBCOMP.</summary>
    private static async Task CompleteAsync(RawClient client, byte id)
    {
        await client.PublishAsync("1", qos: 2, id: id, dup: true);
        await client.ExpectAsync(0x50, 2, 0, id);
        await client.SendAsync(Send.Pubrel(id));
        await client.ExpectAsync(0x70, 2, 0, id);
    }
}

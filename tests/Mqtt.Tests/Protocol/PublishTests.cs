using EmulationPlatform.Connectors.Mqtt.Protocol;
using EmulationPlatform.Mqtt.Tests.Support;

namespace EmulationPlatform.Mqtt.Tests.Protocol;

public sealed class PublishTests
{
    public static TheoryData<string> Versions => ["V311", "V5"];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Given_each_quality_of_service_When_published_Then_the_exact_answers_come(string version)
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var client = await endpoint.ConnectAsync(new ConnectFields { Version = Enum.Parse<ProtocolVersion>(version) });

        await client.PublishAsync("1");
        await client.ExpectOnlyPingAnswerAsync();
        await client.PublishAsync("2", qos: 1, id: 7);
        await client.ExpectAsync(0x40, 2, 0, 7);
        await client.PublishAsync("3", qos: 2, id: 8);
        await client.ExpectAsync(0x50, 2, 0, 8);
        await client.SendAsync(Send.Pubrel(8));
        await client.ExpectAsync(0x70, 2, 0, 8);

        Assert.Equal([1m, 2m, 3m], endpoint.Sink.Values);
        Assert.Equal((3, 2), (endpoint.Figure("publishes"), endpoint.Figure("acknowledged")));
    }

    [Theory]
    [InlineData(1, 0x40)]
    [InlineData(2, 0x50)]
    public async Task Given_a_message_not_on_disk_When_it_is_committed_Then_only_then_it_is_acknowledged(int qos, byte answer)
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var client = await endpoint.ConnectAsync();
        endpoint.Sink.Hold();

        await client.PublishAsync("1", qos, id: 1);
        await client.ExpectOnlyPingAnswerAsync();
        endpoint.Sink.CommitWaiting();

        await client.ExpectAsync(answer, 2, 0, 1);
    }

    [Fact]
    public async Task Given_many_in_flight_When_committed_in_another_order_Then_the_answers_keep_the_order_of_the_publishes()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var client = await endpoint.ConnectAsync();
        endpoint.Sink.Hold();
        await client.SendAsync([.. Enumerable.Range(1, 100).Select(id => Send.Publish("t", $"{id}", qos: 1, (ushort)id))]);
        await Eventually.TrueAsync(() => endpoint.Sink.Waiting.Count == 100, "all publishes are in line at once");

        endpoint.Sink.Commit(99);
        endpoint.Sink.Commit(1);
        await client.ExpectOnlyPingAnswerAsync();
        endpoint.Sink.CommitWaiting();

        for (byte id = 1; id <= 100; id++)
        {
            await client.ExpectAsync(0x40, 2, 0, id);
        }
    }

    [Fact]
    public async Task Given_a_commit_that_fails_When_others_succeed_Then_only_what_came_before_it_is_acknowledged_and_the_connection_ends()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var client = await endpoint.ConnectAsync();
        endpoint.Sink.Hold();
        await client.SendAsync(Send.Publish("t", "1", 1, 1), Send.Publish("t", "2", 1, 2), Send.Publish("t", "3", 1, 3));
        await Eventually.TrueAsync(() => endpoint.Sink.Waiting.Count == 3, "all publishes are in line");

        endpoint.Sink.Commit(2);
        endpoint.Sink.Commit(0);
        await client.ExpectAsync(0x40, 2, 0, 1);
        endpoint.Sink.FailWaiting();

        await client.ExpectDisconnectAsync(ReasonCode.ImplementationSpecificError);
    }

    [Fact]
    public async Task Given_a_sink_that_closes_When_published_Then_the_connection_ends_unacknowledged_and_new_ones_are_refused()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var client = await endpoint.ConnectAsync();
        await using var old = await endpoint.ConnectAsync(new ConnectFields { ClientId = "old", Version = ProtocolVersion.V311 });
        endpoint.Sink.Close();

        await client.PublishAsync("1", qos: 1, id: 1);
        await client.ExpectDisconnectAsync(ReasonCode.ImplementationSpecificError);
        await old.PublishAsync("1", qos: 1, id: 1);
        await old.ExpectEndAsync();

        await using var late = await endpoint.OpenAsync();
        await late.SendAsync(Send.Connect(new ConnectFields()));
        Assert.Equal(0x88, (await late.ReceiveAsync()).Body[1]);
        await using var late311 = await endpoint.OpenAsync();
        await late311.SendAsync(Send.Connect(new ConnectFields { Version = ProtocolVersion.V311 }));
        await late311.ExpectAsync(0x20, 2, 0, 3);
    }

    [Theory]
    [InlineData("nothing", 0, false, false)]
    [InlineData("bad", 1, true, false)]
    [InlineData("boom", 1, true, false)]
    [InlineData("what?", 1, true, true)]
    public async Task Given_a_message_without_a_reading_When_published_Then_it_is_acknowledged_and_its_bytes_are_kept_if_it_was_not_understood(
        string payload, int deliveries, bool keepsBytes, bool notUnderstood)
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var client = await endpoint.ConnectAsync();

        await client.PublishAsync(payload, qos: 1, id: 5, topic: "tele/x/STATE");
        await client.ExpectAsync(0x40, 2, 0, 5);

        Assert.Equal(deliveries, endpoint.Sink.Committed.Count);
        Assert.All(endpoint.Sink.Committed, delivery =>
        {
            Assert.Equal((keepsBytes, notUnderstood), (delivery.Raw is not null, delivery.NotUnderstood));
            Assert.Equal(("tele/x/STATE", payload), (delivery.Raw!.Topic, System.Text.Encoding.UTF8.GetString(delivery.Raw.Payload.Span)));
        });
    }

    [Fact]
    public async Task Given_an_empty_message_behind_one_not_on_disk_When_published_Then_it_waits_its_turn()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var client = await endpoint.ConnectAsync();
        endpoint.Sink.Hold();

        await client.SendAsync(Send.Publish("t", "1", 1, 1), Send.Publish("t", "nothing", 1, 2));
        await client.ExpectOnlyPingAnswerAsync();
        endpoint.Sink.CommitWaiting();

        await client.ExpectAsync(0x40, 2, 0, 1);
        await client.ExpectAsync(0x40, 2, 0, 2);
    }

    [Fact]
    public async Task Given_an_alias_When_it_replaces_the_topic_Then_readings_carry_the_topic_and_unknown_aliases_end_the_connection()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var client = await endpoint.ConnectAsync();
        byte[] alias = [35, 0, 3];

        await client.SendAsync(
            Send.Publish("a/b", "1", properties: alias), Send.Publish("", "2", properties: alias), Send.Publish("c", "3", properties: alias),
            Send.Publish("", "4", properties: alias));
        await client.ExpectOnlyPingAnswerAsync();
        await client.SendAsync(Send.Publish("", "5", properties: [35, 0, 4]));

        await client.ExpectDisconnectAsync(ReasonCode.ProtocolError);
        Assert.Equal(["a/b", "a/b", "c", "c"], endpoint.Sink.Committed.SelectMany(d => d.Observations).Select(seen => seen.Source.Topic));
    }

    [Fact]
    public async Task Given_a_receive_maximum_When_exceeded_Then_5_0_is_disconnected_and_3_1_1_is_read_no_further_until_there_is_room()
    {
        await using var endpoint = await TestEndpoint.StartAsync(settings: ("ReceiveMaximum", "3"));
        await using var client = await endpoint.ConnectAsync();
        await using var old = await endpoint.ConnectAsync(new ConnectFields { ClientId = "old", Version = ProtocolVersion.V311 });
        endpoint.Sink.Hold();

        await old.SendAsync([.. Enumerable.Range(1, 50).Select(id => Send.Publish("t", $"{id}", 1, (ushort)id, ProtocolVersion.V311))]);
        await Eventually.TrueAsync(() => endpoint.Sink.Waiting.Count == 4, "reading stops when the line is full");
        await client.SendAsync([.. Enumerable.Range(1, 4).Select(id => Send.Publish("t", $"{id}", 1, (ushort)id))]);
        await client.ExpectDisconnectAsync(ReasonCode.ReceiveMaximumExceeded);
        Assert.Equal(7, endpoint.Sink.Waiting.Count);
        endpoint.Sink.CommitWaiting();

        for (byte id = 1; id <= 50; id++)
        {
            await old.ExpectAsync(0x40, 2, 0, id);
        }
    }

    [Fact]
    public async Task Given_qos_2_up_to_the_receive_maximum_When_one_is_completed_Then_one_more_may_come()
    {
        await using var endpoint = await TestEndpoint.StartAsync(settings: ("ReceiveMaximum", "2"));
        await using var client = await endpoint.ConnectAsync();
        await client.SendAsync(Send.Publish("t", "1", 2, 1), Send.Publish("t", "2", 2, 2));
        await client.ExpectAsync(0x50, 2, 0, 1);
        await client.ExpectAsync(0x50, 2, 0, 2);

        await client.SendAsync(Send.Pubrel(1));
        await client.ExpectAsync(0x70, 2, 0, 1);
        await client.SendAsync(Send.Publish("t", "3", 2, 3));
        await client.ExpectAsync(0x50, 2, 0, 3);
        await client.SendAsync(Send.Publish("t", "4", 1, 4));

        await client.ExpectDisconnectAsync(ReasonCode.ReceiveMaximumExceeded);
    }

    [Fact]
    public async Task Given_subscriptions_When_asked_for_Then_each_filter_is_answered()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var client = await endpoint.ConnectAsync();
        await using var old = await endpoint.ConnectAsync(new ConnectFields { ClientId = "old", Version = ProtocolVersion.V311 });

        await client.SendAsync(Send.Subscribe(9, ProtocolVersion.V5, ("cmnd/#", 1), ("a/+/b", 2), ("a#", 0), ("$share/g/a", 0)));
        await client.ExpectAsync(0x90, 7, 0, 9, 0, 1, 2, 0x8F, 0x9E);
        await client.SendAsync(Send.Unsubscribe(10, ProtocolVersion.V5, "cmnd/#", "a#"));
        await client.ExpectAsync(0xB0, 5, 0, 10, 0, 0, 0x8F);
        await old.SendAsync(Send.Subscribe(9, ProtocolVersion.V311, ("cmnd/#", 1), ("#/a", 0)), Send.Unsubscribe(10, ProtocolVersion.V311, "cmnd/#"));
        await old.ExpectAsync(0x90, 4, 0, 9, 1, 0x80);
        await old.ExpectAsync(0xB0, 2, 0, 10);
    }
}

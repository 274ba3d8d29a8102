using EmulationPlatform.Connectors.Mqtt.Protocol;
using EmulationPlatform.Mqtt.Tests.Support;

namespace EmulationPlatform.Mqtt.Tests.Robustness;

public sealed class BadInputTests
{
    /// <summary>What a signed-in 5.0 client sends; the reason it is told. 3.1.1 is only disconnected.</summary>
    [Theory]
    [InlineData("10 0D 0004 4D515454 05 02 0000 00 0000", "ProtocolError")] // second CONNECT
    [InlineData("36 08 0001 74 0001 00 31 31", "MalformedPacket")] // QoS 3
    [InlineData("38 05 0001 74 00 31", "MalformedPacket")] // duplicate with QoS 0
    [InlineData("30 05 0001 23 00 31", "TopicNameInvalid")] // topic #
    [InlineData("30 07 0003 612F2B 00 31", "TopicNameInvalid")] // topic a/+
    [InlineData("30 05 0001 FF 00 31", "MalformedPacket")] // topic is no UTF-8
    [InlineData("30 07 0003 EDA080 00 31", "MalformedPacket")] // a surrogate
    [InlineData("30 05 0001 00 00 31", "MalformedPacket")] // U+0000
    [InlineData("30 06 0002 C0AF 00 31", "MalformedPacket")] // overlong
    [InlineData("30 04 0000 00 31", "TopicNameInvalid")] // no topic, no alias
    [InlineData("32 06 0001 74 0000 00", "ProtocolError")] // packet identifier 0
    [InlineData("30 04 00FF 74 00", "MalformedPacket")] // topic longer than the packet
    [InlineData("30 08 0001 74 03 23 0000 31", "TopicAliasInvalid")]
    [InlineData("30 08 0001 74 03 23 0041 31", "TopicAliasInvalid")]
    [InlineData("30 0B 0001 74 06 23 0001 23 0002 31", "ProtocolError")] // alias twice
    [InlineData("30 07 0001 74 02 0B 01 31", "MalformedPacket")] // subscription identifier from a client
    [InlineData("30 07 0001 74 02 7F 01 31", "MalformedPacket")] // unknown property
    [InlineData("30 07 0001 74 02 01 02 31", "ProtocolError")] // payload format 2
    [InlineData("30 09 0001 74 04 08 0001 23 31", "ProtocolError")] // wildcard in the response topic
    [InlineData("30 FF FF FF FF 01", "MalformedPacket")] // length of five bytes
    [InlineData("30 FF FF FF 7F", "PacketTooLarge")]
    [InlineData("60 02 0001", "MalformedPacket")] // PUBREL with flags 0
    [InlineData("62 02 0000", "ProtocolError")]
    [InlineData("62 01 00", "MalformedPacket")]
    [InlineData("80 07 0001 00 0001 61 00", "MalformedPacket")] // SUBSCRIBE with flags 0
    [InlineData("82 03 0001 00", "ProtocolError")] // no filter
    [InlineData("82 07 0001 00 0001 61 03", "MalformedPacket")] // QoS 3
    [InlineData("82 07 0001 00 0001 61 40", "MalformedPacket")] // reserved bits
    [InlineData("82 07 0001 00 0001 61 30", "ProtocolError")] // retain handling 3
    [InlineData("82 07 0001 00 0001 FF 00", "MalformedPacket")]
    [InlineData("A2 03 0001 00", "ProtocolError")]
    [InlineData("C0 01 00", "MalformedPacket")] // PINGREQ with a body
    [InlineData("C1 00", "MalformedPacket")]
    [InlineData("20 02 0000", "ProtocolError")] // CONNACK
    [InlineData("D0 00", "ProtocolError")] // PINGRESP
    [InlineData("F0 00", "ProtocolError")] // AUTH
    [InlineData("00 00", "MalformedPacket")]
    [InlineData("E1 00", "MalformedPacket")]
    [InlineData("E0 03 00 00 00", "MalformedPacket")]
    public async Task Given_a_packet_against_the_rules_When_sent_Then_that_connection_ends_with_its_reason(string packet, string reason)
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var client = await endpoint.ConnectAsync();
        await using var other = await endpoint.ConnectAsync(new ConnectFields { ClientId = "other" });

        await client.SendAsync(Convert.FromHexString(packet.Replace(" ", "", StringComparison.Ordinal)));

        await client.ExpectDisconnectAsync(Enum.Parse<ReasonCode>(reason));
        await other.ExpectOnlyPingAnswerAsync();
        Assert.Equal(1, endpoint.Figure("malformed"));
        Assert.Empty(endpoint.Sink.Committed);
    }

    [Theory]
    [InlineData("36 06 0001 74 0001 31")]
    [InlineData("30 04 0001 23 31")]
    [InlineData("30 04 0001 FF 31")]
    [InlineData("F0 00")]
    [InlineData("82 06 0001 0001 61 04")]
    [InlineData("10 0B 0004 4D515454 04 02 0000")]
    public async Task Given_3_1_1_When_a_packet_breaks_the_rules_Then_the_connection_ends_without_a_word(string packet)
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var client = await endpoint.ConnectAsync(new ConnectFields { Version = ProtocolVersion.V311 });

        await client.SendAsync(Convert.FromHexString(packet.Replace(" ", "", StringComparison.Ordinal)));
        if (packet.StartsWith("10", StringComparison.Ordinal))
        {
            await client.SendAsync(new byte[1]);
        }

        await client.ExpectEndAsync();
        Assert.Equal(1, endpoint.Figure("malformed"));
    }

    [Theory]
    [InlineData((byte)'A')]
    [InlineData((byte)0x10)]
    [InlineData((byte)0xFF)]
    [InlineData((byte)0)]
    public async Task Given_a_million_bytes_without_a_newline_When_sent_first_Then_the_connection_ends_early(byte filler)
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var client = await endpoint.OpenAsync();
        var garbage = new byte[1_000_000];
        Array.Fill(garbage, filler);

        try
        {
            await client.SendAsync(garbage);
        }
        catch (IOException)
        {
            // The server has closed before the end, as it should.
        }

        while (await client.ReceiveOrEndAsync() is not null)
        {
        }

        await GoodClientWorksAsync(endpoint);
    }

    [Fact]
    public async Task Given_a_large_packet_When_within_the_limit_Then_it_is_taken_and_one_byte_more_ends_the_connection()
    {
        await using var endpoint = await TestEndpoint.StartAsync(settings: ("MaxPacketBytes", "200000"));
        await using var client = await endpoint.ConnectAsync();
        var payload = new string('x', 200_000 - 4 - 3 - 2 - 1);

        await client.SendAsync(Send.Publish("t", payload, 1, 1));
        await client.ExpectAsync(0x40, 2, 0, 1);
        await client.SendAsync(Send.Publish("t", payload + "x", 1, 2));
        await client.ExpectDisconnectAsync(ReasonCode.PacketTooLarge);

        Assert.Equal(payload.Length, Assert.Single(endpoint.Sink.Committed).Raw!.Payload.Length);
    }

    [Fact]
    public async Task Given_packets_cut_anywhere_When_sent_byte_by_byte_Then_they_are_read_and_a_truncated_one_stores_nothing()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        await using var client = await endpoint.OpenAsync();
        foreach (var one in Send.Connect(new ConnectFields()).Concat(Send.Publish("tele/a", "1.5", 1, 1)))
        {
            await client.SendAsync([one]);
        }

        Assert.Equal(0x20, (await client.ReceiveAsync()).First);
        await client.ExpectAsync(0x40, 2, 0, 1);
        await client.SendAsync(Send.Publish("tele/a", "2.5", 1, 2)[..^1]);
        client.Cut();

        await Eventually.TrueAsync(() => endpoint.Figure("connections") == 0, "the connection has ended");
        Assert.Equal([1.5m], endpoint.Sink.Values);
    }

    [Fact]
    public async Task Given_thousands_of_mutated_packets_When_sent_Then_the_endpoint_lives_on()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var random = new Random(20_261_102);
        for (var round = 0; round < 3_000; round++)
        {
            await using var client = await endpoint.OpenAsync();
            await SendMutatedAsync(client, random);
            client.Cut();
        }

        await Eventually.TrueAsync(() => endpoint.Figure("connections") == 0, "all connections have ended");
        await GoodClientWorksAsync(endpoint);
        Assert.InRange(endpoint.Figure("malformed"), 500, 3_000);
    }

    internal static async Task GoodClientWorksAsync(TestEndpoint endpoint)
    {
        await using var client = await endpoint.ConnectAsync(new ConnectFields { ClientId = "good" });
        await client.PublishAsync("42", qos: 1, id: 1);
        await client.ExpectAsync(0x40, 2, 0, 1);
        Assert.Equal(42m, endpoint.Sink.Values[^1]);
    }

    private static async Task SendMutatedAsync(RawClient client, Random random)
    {
        var version = random.Next(2) == 0 ? ProtocolVersion.V5 : ProtocolVersion.V311;
        byte[] session =
        [
            .. Send.Connect(new ConnectFields { Version = version, Will = ("w", "nothing"), ClientId = $"c{random.Next(50)}" }),
            .. Send.Publish("tele/a", "nothing", 1, 1, version), .. Send.Publish("tele/b", "nothing", 2, 2, version), .. Send.Pubrel(2),
            .. Send.Subscribe(3, version, ("a/#", 1)), .. Send.Unsubscribe(4, version, "a/#"), .. Send.PingRequest, .. Send.Disconnect(),
        ];
        for (var mutation = random.Next(1, 6); mutation > 0; mutation--)
        {
            session[random.Next(session.Length)] = (byte)random.Next(256);
        }

        try
        {
            await client.SendAsync(session[..random.Next(1, session.Length + 1)]);
            if (random.Next(4) == 0)
            {
                await client.ReceiveOrEndAsync().WaitAsync(TimeSpan.FromMilliseconds(5));
            }
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            // Closed early, or no answer to be had: both are fine here.
        }
    }
}

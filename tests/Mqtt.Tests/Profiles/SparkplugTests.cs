using EmulationPlatform.Sdk;
using Google.Protobuf;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

public sealed class SparkplugTests
{
    private const string Data = "spBv1.0/building/DDATA/gw1/meter1";

    [Fact]
    public void Given_a_birth_When_data_comes_by_alias_Then_name_and_unit_are_known()
    {
        using var site = new ProfileSite(shipped: true);
        var birth = SampleMessage.All["sparkplug-03"];
        site.Engine.Interpret(birth.Topic, birth.Payload, ProfileSite.Arrival);

        var result = site.Engine.Interpret(Data, Payload(alias: 10, value: 15700.25), ProfileSite.Arrival);

        var one = Assert.Single(result.Observations);
        Assert.Equal(RegisterValue.From(15700.25m), one.Value);
        Assert.Equal(FlowDirection.Import, one.Source.Direction);
        Assert.Equal(1_757_060_300_000, one.At.UnixMilliseconds);
    }

    [Fact]
    public void Given_no_birth_When_data_comes_by_alias_Then_it_is_rejected_with_the_remedy()
    {
        using var site = new ProfileSite(shipped: true);

        var result = site.Engine.Interpret(Data, Payload(alias: 10, value: 15700.25), ProfileSite.Arrival);

        Assert.True(result.Matched);
        Assert.Contains("rebirth", Assert.Single(result.Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_new_node_birth_When_an_old_alias_is_used_Then_it_is_not_trusted()
    {
        using var site = new ProfileSite(shipped: true);
        var birth = SampleMessage.All["sparkplug-03"];
        site.Engine.Interpret(birth.Topic, birth.Payload, ProfileSite.Arrival);

        site.Engine.Interpret("spBv1.0/building/NBIRTH/gw1", [], ProfileSite.Arrival);
        site.Engine.Interpret("spBv1.0/building/NBIRTH/gw1", [0x18, 0x00], ProfileSite.Arrival);

        Assert.Empty(site.Engine.Interpret(Data, Payload(alias: 10, value: 1), ProfileSite.Arrival).Observations);
    }

    [Fact]
    public void Given_bytes_that_are_no_protobuf_When_read_Then_the_message_is_rejected()
    {
        using var site = new ProfileSite(shipped: true);

        var result = site.Engine.Interpret(Data, "{\"value\":1}"u8, ProfileSite.Arrival);

        Assert.Equal("badPayload", Assert.Single(result.Rejected).Code);
    }

    // Payload { timestamp = 1; metrics = 2 } with Metric { alias = 2; datatype = 4 (Double); double_value = 13 }.
    private static byte[] Payload(ulong alias, double value)
    {
        using var metricBytes = new MemoryStream();
        using (var metric = new CodedOutputStream(metricBytes, leaveOpen: true))
        {
            metric.WriteTag(2, WireFormat.WireType.Varint);
            metric.WriteUInt64(alias);
            metric.WriteTag(4, WireFormat.WireType.Varint);
            metric.WriteUInt32(10);
            metric.WriteTag(13, WireFormat.WireType.Fixed64);
            metric.WriteDouble(value);
        }

        using var bytes = new MemoryStream();
        using (var payload = new CodedOutputStream(bytes, leaveOpen: true))
        {
            payload.WriteTag(1, WireFormat.WireType.Varint);
            payload.WriteUInt64(1_757_060_300_000);
            payload.WriteTag(2, WireFormat.WireType.LengthDelimited);
            payload.WriteBytes(ByteString.CopyFrom(metricBytes.ToArray()));
        }

        return bytes.ToArray();
    }
}

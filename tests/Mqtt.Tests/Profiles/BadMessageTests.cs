using System.Text;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Values and payloads as broken devices and strangers send them.</summary>
public sealed class BadMessageTests
{
    private const string Topic = "tele/plug/SENSOR";

    [Theory]
    [InlineData("\"12,5\"", "notANumber")]
    [InlineData("NaN", "notANumber")]
    [InlineData("-Infinity", "notANumber")]
    [InlineData("\"nan\"", "notANumber")]
    [InlineData("\"0x10\"", "notANumber")]
    [InlineData("\"1 000\"", "notANumber")]
    [InlineData("true", "notANumber")]
    [InlineData("1e400", "outOfRange")]
    [InlineData("1e19", "outOfRange")]
    [InlineData("9300000000", "outOfRange")]
    [InlineData("123456789012345678901234567890123456789", "outOfRange")]
    public void Given_a_value_that_is_no_register_When_read_Then_it_is_rejected_and_the_others_count(string value, string code)
    {
        using var site = new ProfileSite(shipped: true);

        var result = site.Read(Topic, $$$"""{"ENERGY":{"Total":{{{value}}},"Power":40}}""");

        Assert.Equal(code, Assert.Single(result.Rejected).Code);
        Assert.Contains("ENERGY.Total", result.Rejected[0].Reason, StringComparison.Ordinal);
        Assert.Equal(RegisterValue.From(40), Assert.Single(result.Observations).Value);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"unavailable\"")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    public void Given_a_value_that_is_not_there_When_read_Then_nothing_comes_of_it(string value)
    {
        using var site = new ProfileSite(shipped: true);

        var result = site.Read(Topic, $$$"""{"ENERGY":{"Total":{{{value}}}}}""");

        Assert.True(result.Matched);
        Assert.Empty(result.Observations);
        Assert.Empty(result.Rejected);
    }

    [Theory]
    [InlineData("\"1970-01-01T00:00:10\"")]
    [InlineData("\"2026-13-01T00:00:00\"")]
    [InlineData("\"yesterday\"")]
    [InlineData("99999999999999999999")]
    public void Given_a_time_that_cannot_be_When_read_Then_the_reading_is_rejected(string time)
    {
        using var site = new ProfileSite(shipped: true);

        var result = site.Read(Topic, $$$"""{"Time":{{{time}}},"ENERGY":{"Total":1}}""");

        Assert.Empty(result.Observations);
        Assert.Equal("badTime", Assert.Single(result.Rejected).Code);
    }

    [Theory]
    [InlineData("1e-7", "0.0000001")]
    [InlineData("1.5E3", "1500")]
    [InlineData("0.0000000005", "0.000000001")]
    [InlineData("-0.0000000005", "-0.000000001")]
    [InlineData("38118.691500000001", "38118.6915")]
    [InlineData("4503599627370496.5e-9", "4503599.6273704965")]
    public void Given_a_number_in_any_form_When_read_Then_it_is_exact_to_nine_decimals(string number, string expected)
    {
        using var site = new ProfileSite(shipped: true);

        var result = site.Read(Topic, $$$"""{"ENERGY":{"Total":{{{number}}}}}""");

        Assert.Equal(RegisterValue.From(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)), Assert.Single(result.Observations).Value);
    }

    [Fact]
    public void Given_json_that_is_cut_short_When_read_Then_the_message_is_rejected_as_a_whole()
    {
        using var site = new ProfileSite(shipped: true);

        var result = site.Read(Topic, """{"ENERGY":{"Total":1.5""");

        Assert.True(result.Matched);
        Assert.Equal("badPayload", Assert.Single(result.Rejected).Code);
    }

    [Fact]
    public void Given_a_key_twice_When_read_Then_the_last_counts()
    {
        using var site = new ProfileSite(shipped: true);

        Assert.Equal("electricity Counter Import 2 kWh", site.Values(Topic, """{"ENERGY":{"Total":1,"Total":2}}"""));
    }

    public static TheoryData<byte[]> Hostile => new()
    {
        Encoding.UTF8.GetBytes(new string('[', 100_000)),
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 5_000))),
        Encoding.UTF8.GetBytes(new string('9', 1_000_000)),
        Encoding.UTF8.GetBytes("{\"ENERGY\":{\"Total\":[" + string.Join(',', Enumerable.Range(0, 100_000)) + "]}}"),
        Encoding.UTF8.GetBytes("{\"ENERGY\":{\"Total\":\"" + new string('x', 1_000_000) + "\"}}"),
        Encoding.UTF8.GetBytes("{\"SerialReceived\":\"" + new string('1', 100_000) + "\"}"),
        new byte[] { 0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d },
        new byte[] { 0xff, 0xff, 0xff, 0xff },
        "{\"ENERGY\":{\"Total\":\"\\ud800\"}}"u8.ToArray(),
        "{\"\\ud800\":1}"u8.ToArray(),
        new byte[] { 0x00 },
        "\"\\"u8.ToArray(),
        new byte[] { 0xef, 0xbb, 0xbf },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Given_a_hostile_payload_When_read_on_any_topic_Then_nothing_is_thrown(byte[] payload)
    {
        using var site = new ProfileSite(shipped: true);
        var topics = SampleMessage.All.Values.Select(sample => sample.Topic).Append("tele/wemos-9/RESULT").Append("").Append("/").Append("//").Distinct();

        foreach (var topic in topics)
        {
            var result = site.Engine.Interpret(topic, payload, ProfileSite.Arrival);

            Assert.InRange(result.Observations.Count, 0, 1_000);
            Assert.InRange(result.Rejected.Count, 0, 101);
        }
    }

    [Fact]
    public void Given_samples_with_bytes_cut_or_changed_When_read_Then_nothing_is_thrown()
    {
        using var site = new ProfileSite(shipped: true);
        var random = new Random(7);

        foreach (var sample in SampleMessage.All.Values)
        {
            for (var i = 0; i < 50 && sample.Payload.Length > 0; i++)
            {
                var payload = sample.Payload;
                payload[random.Next(payload.Length)] = (byte)random.Next(256);
                var result = site.Engine.Interpret(sample.Topic, payload.AsSpan(0, random.Next(payload.Length + 1)), ProfileSite.Arrival);
                Assert.NotNull(result);
            }
        }
    }
}

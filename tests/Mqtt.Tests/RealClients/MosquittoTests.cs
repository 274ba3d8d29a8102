using System.Globalization;
using EmulationPlatform.Mqtt.Tests.Support;

namespace EmulationPlatform.Mqtt.Tests.RealClients;

public sealed class MosquittoTests
{
    private const string Program = "/usr/bin/mosquitto_pub";

    [SkippableTheory]
    [InlineData("mqttv311", 0)]
    [InlineData("mqttv311", 1)]
    [InlineData("mqttv311", 2)]
    [InlineData("5", 0)]
    [InlineData("5", 1)]
    [InlineData("5", 2)]
    public async Task Given_mosquitto_pub_When_it_publishes_Then_everything_arrives_without_complaint(string version, int qos)
    {
        Skip.IfNot(File.Exists(Program), $"{Program} is not installed (Debian: mosquitto-clients)");
        await using var endpoint = await TestEndpoint.StartAsync(credentials: new FakeCredentials("tele/#"));

        var lines = string.Join('\n', Enumerable.Range(1, 100));
        var complaint = await Programs.RunAsync(
            Program, lines, "-h", "127.0.0.1", "-p", endpoint.Port.ToString(CultureInfo.InvariantCulture), "-V", version, "-q", $"{qos}",
            "-u", "meter", "-P", "secret", "-t", "tele/van-phong/SENSOR", "-l", "--will-topic", "tele/van-phong/LWT", "--will-payload", "Offline");

        Assert.Equal("", complaint);
        await Eventually.TrueAsync(() => endpoint.Sink.Values.Count == 100, "all messages have arrived");
        Assert.Equal(Enumerable.Range(1, 100).Select(value => (decimal)value), endpoint.Sink.Values);
        Assert.Equal(0, endpoint.Figure("malformed"));
    }

    [SkippableTheory]
    [InlineData("mqttv311")]
    [InlineData("5")]
    public async Task Given_a_lasting_session_When_mosquitto_pub_uses_it_with_qos_2_Then_no_identifier_is_left(string version)
    {
        Skip.IfNot(File.Exists(Program), $"{Program} is not installed (Debian: mosquitto-clients)");
        await using var endpoint = await TestEndpoint.StartAsync();
        string[] expiry = version == "5" ? ["-x", "60"] : [];

        var complaint = await Programs.RunAsync(
            Program, "1\n2\n3", [
                "-h", "127.0.0.1", "-p", $"{endpoint.Port}", "-V", version, "-q", "2", "-t", "t", "-l", "-i", "lasting", "-c", .. expiry,
            ]);

        Assert.Equal("", complaint);
        await Eventually.TrueAsync(() => endpoint.Figure("connections") == 0, "the client has gone");
        Assert.Equal([1m, 2m, 3m], endpoint.Sink.Values);
        Assert.Equal(["session/lasting"], endpoint.Sink.StateKeys);
    }
}

using EmulationPlatform.Mqtt.Tests.Support;

namespace EmulationPlatform.Mqtt.Tests.RealClients;

public sealed class PahoTests
{
    private const string Python = "/usr/bin/python3";

    private const string Script = """
        import sys
        import threading
        import paho.mqtt.client as mqtt

        port, version, qos = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
        args = ("paho",) if version == 5 else ("paho", False)
        extra = {"protocol": version}
        if hasattr(mqtt, "CallbackAPIVersion"):
            extra["callback_api_version"] = mqtt.CallbackAPIVersion.VERSION1
            args = ()
            extra.update({"client_id": "paho"} if version == 5 else {"client_id": "paho", "clean_session": False})
        client = mqtt.Client(*args, **extra)
        granted = threading.Event()
        client.on_subscribe = lambda *a: granted.set()
        client.username_pw_set("meter", "secret")
        client.connect("127.0.0.1", port, 30)
        client.loop_start()
        client.subscribe("cmnd/#", 1)
        sent = [client.publish("tele/paho/SENSOR", str(value), qos) for value in range(1, 101)]
        for message in sent:
            message.wait_for_publish()
        assert granted.wait(10), "no SUBACK"
        client.disconnect()
        client.loop_stop()
        """;

    [SkippableTheory]
    [InlineData(4, 0)]
    [InlineData(4, 1)]
    [InlineData(4, 2)]
    [InlineData(5, 0)]
    [InlineData(5, 1)]
    [InlineData(5, 2)]
    public async Task Given_paho_When_it_publishes_Then_everything_arrives_without_complaint(int version, int qos)
    {
        Skip.IfNot(File.Exists(Python), $"{Python} is missing");
        var missing = await Programs.RunAsync(Python, "", "-c", "import paho.mqtt.client");
        Skip.If(missing.Length > 0, "paho is not installed for Python (Debian: python3-paho-mqtt)");
        await using var endpoint = await TestEndpoint.StartAsync(credentials: new FakeCredentials("tele/#"));

        var complaint = await Programs.RunAsync(Python, Script, "-", $"{endpoint.Port}", $"{version}", $"{qos}");

        Assert.Equal("", complaint);
        await Eventually.TrueAsync(() => endpoint.Sink.Values.Count == 100, "all messages have arrived");
        Assert.Equal(Enumerable.Range(1, 100).Select(value => (decimal)value), endpoint.Sink.Values);
        Assert.Equal(0, endpoint.Figure("malformed"));
    }
}

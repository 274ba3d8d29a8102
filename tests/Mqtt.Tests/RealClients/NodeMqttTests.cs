using EmulationPlatform.Mqtt.Tests.Support;

namespace EmulationPlatform.Mqtt.Tests.RealClients;

public sealed class NodeMqttTests
{
    private const string Node = "/usr/bin/node";

    private const string Script = """
        const [, , modules, port, version, qos] = process.argv;
        const mqtt = require(modules + '/mqtt');
        const client = mqtt.connect({
          host: '127.0.0.1', port: Number(port), protocolVersion: Number(version), clientId: 'node', username: 'meter', password: 'secret', reconnectPeriod: 0,
        });
        const fail = error => { console.error(error); process.exit(1); };
        client.on('error', fail);
        client.on('connect', async () => {
          try {
            await client.subscribeAsync('cmnd/#', { qos: 1 });
            await Promise.all(Array.from({ length: 100 }, (_, i) => client.publishAsync('tele/node/SENSOR', String(i + 1), { qos: Number(qos) })));
            await client.endAsync();
          } catch (error) { fail(error); }
        });
        """;

    [SkippableTheory]
    [InlineData(4, 0)]
    [InlineData(4, 1)]
    [InlineData(4, 2)]
    [InlineData(5, 0)]
    [InlineData(5, 1)]
    [InlineData(5, 2)]
    public async Task Given_the_npm_client_When_it_publishes_Then_everything_arrives_without_complaint(int version, int qos)
    {
        Skip.IfNot(File.Exists(Node), $"{Node} is missing");
        var modules = Modules();
        Skip.If(modules is null, "the npm module mqtt is missing: run npm ci in tests/npm, or set MQTT_JS_NODE_PATH to its node_modules");
        await using var endpoint = await TestEndpoint.StartAsync(credentials: new FakeCredentials("tele/#"));

        var complaint = await Programs.RunAsync(Node, Script, "-", modules!, $"{endpoint.Port}", $"{version}", $"{qos}");

        Assert.Equal("", complaint);
        await Eventually.TrueAsync(() => endpoint.Sink.Values.Count == 100, "all messages have arrived");
        Assert.Equal(Enumerable.Range(1, 100).Select(value => (decimal)value), endpoint.Sink.Values);
        Assert.Equal(0, endpoint.Figure("malformed"));
    }

    /// <summary>A node_modules folder that holds the module, or null.</summary>
    private static string? Modules()
    {
        List<string> places = [];
        if (Environment.GetEnvironmentVariable("MQTT_JS_NODE_PATH") is { Length: > 0 } path)
        {
            places.AddRange([path, Path.Combine(path, "node_modules")]);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            places.Add(Path.Combine(folder.FullName, "tests", "npm", "node_modules"));
        }

        return places.Find(place => Directory.Exists(Path.Combine(place, "mqtt")));
    }
}

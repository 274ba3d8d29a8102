using EmulationPlatform.Connectors.Mqtt;
using EmulationPlatform.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmulationPlatform.Mqtt.Tests.Support;

/// <summary>A running connector on a free port.</summary>
internal sealed class TestEndpoint : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly MqttConnector connector = new(static _ => PlainMessages.Read);
    private Task running = Task.CompletedTask;

    private TestEndpoint(FakeSink sink) => Sink = sink;

    public FakeSink Sink { get; }

    public int Port => (int)Figure("port");

    public MqttConnector Connector => connector;

    public static async Task<TestEndpoint> StartAsync(
        FakeSink? sink = null, TimeProvider? clock = null, IDeviceCredentials? credentials = null, params (string Key, string Value)[] settings)
    {
        var endpoint = new TestEndpoint(sink ?? new FakeSink());
        var context = Context(endpoint.Sink, clock ?? TimeProvider.System, credentials, settings);
        endpoint.running = endpoint.connector.RunAsync(context, endpoint.stop.Token);
        await Eventually.TrueAsync(() => endpoint.connector.Health.Ready || endpoint.running.IsCompleted, "the endpoint listens");
        if (endpoint.running.IsCompleted)
        {
            await endpoint.running;
        }

        return endpoint;
    }

    public static ConnectorContext Context(
        FakeSink sink, TimeProvider clock, IDeviceCredentials? credentials, params (string Key, string Value)[] settings) => new()
    {
        Sink = sink,
        State = sink,
        Credentials = credentials ?? new FakeCredentials(),
        Calendar = AgencyCalendar.Vietnam,
        Clock = clock,
        Loggers = NullLoggerFactory.Instance,
        Settings = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Prepend(("Listen", "127.0.0.1:0")).GroupBy(pair => pair.Item1)
                .Select(group => KeyValuePair.Create(group.Key, (string?)group.Last().Item2)))
            .Build(),
        DataFolder = Path.GetTempPath(),
        PluginFolder = AppContext.BaseDirectory,
        AnonymousOnLoopback = credentials is null,
    };

    public long Figure(string name) => connector.Health.Figures.GetValueOrDefault(name);

    public Task<RawClient> OpenAsync() => RawClient.OpenAsync(Port);

    /// <summary>A client whose CONNECT was accepted.</summary>
    public async Task<RawClient> ConnectAsync(ConnectFields? fields = null)
    {
        var client = await OpenAsync();
        client.Version = (fields ?? new ConnectFields()).Version;
        await client.SendAsync(Send.Connect(fields ?? new ConnectFields()));
        var connack = await client.ReceiveAsync();
        Assert.Equal(0x20, connack.First);
        Assert.Equal(0, connack.Body[1]);
        client.SessionPresent = connack.Body[0] == 1;
        client.Connack = connack.Body;
        return client;
    }

    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await running.WaitAsync(Eventually.Limit);
    }

    public async ValueTask DisposeAsync()
    {
        Sink.CommitWaiting();
        await StopAsync();
        stop.Dispose();
    }
}

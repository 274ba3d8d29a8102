using System.Net;
using EmulationPlatform.Connectors.Mqtt.Connections;
using EmulationPlatform.Connectors.Mqtt.Sessions;
using EmulationPlatform.Sdk;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Connectors.Mqtt;

/// <summary>One run of the connector: the parts, put together.</summary>
internal sealed class Endpoint : IDisposable
{
    private static readonly TimeSpan TickEvery = TimeSpan.FromSeconds(1);

    private readonly EndpointParts parts;
    private readonly ConnectionRegistry connections;
    private readonly MqttServer server;
    private int sweeping;

    public Endpoint(ConnectorContext context, MqttOptions options, Interpreter interpreter)
    {
        var logger = context.Loggers.CreateLogger("EmulationPlatform.Connectors.Mqtt");
        var reader = new MessageReader(interpreter, logger);
        var wills = new WillPublisher(context.Sink, reader, context.Clock, logger);
        var disk = new SessionDisk(context.Sink, context.Clock, logger);
        parts = new EndpointParts
        {
            Options = options,
            Sink = context.Sink,
            Clock = context.Clock,
            Reader = reader,
            Sessions = new SessionStore(disk, context.Clock, options.MaxSessions, wills.PublishAsync),
            SignIn = new SignIn(context.Credentials, context.AnonymousOnLoopback),
            Figures = new Figures(),
            Logger = logger,
        };
        connections = new ConnectionRegistry(parts);
        server = new MqttServer(options, connections, context.Loggers);
    }

    public IPEndPoint Address => server.EndPoint;

    public Dictionary<string, long> Figures() => parts.Figures.Snapshot(connections.Count, parts.Sessions.Count, Address.Port);

    public Interpretation Interpret(RawMessage message) => parts.Reader.Read(message.Topic, message.Payload, message.ReceivedAt);

    public async Task StartAsync(IConnectorState state, CancellationToken cancellationToken)
    {
        await parts.Sessions.LoadAsync(state, cancellationToken);
        await server.StartAsync(cancellationToken);
        parts.Logger.Listening(Address, parts.Sessions.Count);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var address = Address;
        await using (parts.Clock.CreateTimer(Tick, state: null, TickEvery, TickEvery))
        {
            var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = cancellationToken.UnsafeRegister(static state => ((TaskCompletionSource)state!).TrySetResult(), stopped);
            await stopped.Task;
            await StopAsync();
        }

        parts.Logger.Stopped(address);
    }

    public void Dispose()
    {
        server.Dispose();
        parts.SignIn.Dispose();
    }

    private async Task StopAsync()
    {
        connections.Close();

        // Twice the time the connections give the disk: what hangs then hangs on a client.
        using var limit = new CancellationTokenSource((2 * parts.Options.StopTimeout) + TickEvery, parts.Clock);
        await server.StopAsync(limit.Token);

        // A delayed will cannot wait for a server that is gone; early is better than never.
        await parts.Sessions.SweepAsync(isLast: true);
    }

    private void Tick(object? state)
    {
        connections.Tick();
        if (Interlocked.Exchange(ref sweeping, 1) == 0)
        {
            _ = SweepAsync();
        }
    }

    private async Task SweepAsync()
    {
        try
        {
            await parts.Sessions.SweepAsync(isLast: false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The timer must live on; sessions are looked after again with its next turn.
            parts.Logger.SweepFailed(e);
        }
        finally
        {
            Volatile.Write(ref sweeping, 0);
        }
    }
}

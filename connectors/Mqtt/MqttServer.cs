using System.Net;
using System.Net.Sockets;
using EmulationPlatform.Connectors.Mqtt.Connections;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmulationPlatform.Connectors.Mqtt;

/// <summary>A Kestrel server of its own that speaks nothing but MQTT; it reads no configuration and writes no console.</summary>
internal sealed class MqttServer : IDisposable
{
    private readonly KestrelServer server;
    private readonly IPEndPoint requested;
    private ListenOptions? listening;

    public MqttServer(MqttOptions options, ConnectionRegistry connections, ILoggerFactory loggers)
    {
        requested = options.EndPoint();
        var kestrel = new KestrelServerOptions();
        kestrel.Listen(requested, listen =>
        {
            listening = listen;
            listen.Use(_ => connections.RunAsync);
        });
        server = new KestrelServer(Options.Create(kestrel), new SocketTransportFactory(Options.Create(Sockets()), loggers), loggers);
    }

    public IPEndPoint EndPoint => listening?.IPEndPoint ?? requested;

    /// <exception cref="InvalidOperationException">The address cannot be listened at; the message says what to do.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await server.StartAsync(new NoHttp(), cancellationToken);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new InvalidOperationException(
                $"MQTT cannot listen at {requested}: {e.GetBaseException().Message}. Free the port or choose another with --mqtt HOST:PORT (setting Connectors:mqtt:Listen).",
                e);
        }
    }

    /// <summary>Waits for the connections to end until the token is cancelled, then cuts them.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    public void Dispose() => server.Dispose();

    private static SocketTransportOptions Sockets() => new()
    {
        // No handler ever blocks, so that a hop to another thread per packet can be spared.
        UnsafePreferInlineScheduling = true,
        Backlog = 4_096,

        // What lies unread in a pipe is bounded per connection; the rest stays with the sender.
        MaxReadBufferSize = 65_536,
        MaxWriteBufferSize = 65_536,
        CreateBoundListenSocket = endPoint =>
        {
            var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endPoint);

            // Devices may ask for no keep alive; those that vanish are found by the system's own probes.
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, optionValue: true);
            return socket;
        },
    };
}

using System.Net;
using EmulationPlatform.Connectors.Mqtt.Protocol;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>All open connections, within their limits.</summary>
internal sealed class ConnectionRegistry(EndpointParts parts)
{
    private readonly Lock gate = new();
    private readonly HashSet<ClientConnection> connections = [];
    private readonly Dictionary<IPAddress, int> perAddress = [];
    private bool closed;

    public int Count
    {
        get
        {
            lock (gate)
            {
                return connections.Count;
            }
        }
    }

    /// <summary>The whole life of one connection. Does not throw.</summary>
    public async Task RunAsync(ConnectionContext transport)
    {
        var address = (transport.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None;
        using var connection = new ClientConnection(parts, transport);
        if (WhyNot(connection, address) is { } reason)
        {
            parts.Figures.Refused();
            parts.Logger.TurnedAway(transport.RemoteEndPoint, reason);
            return;
        }

        parts.Figures.Connected();
        try
        {
            await connection.RunAsync();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A fault in one connection ends that connection only; its messages are not acknowledged.
            parts.Logger.ConnectionFailed(e, transport.RemoteEndPoint);
        }
        finally
        {
            Remove(connection, address);
        }
    }

    public void Tick()
    {
        foreach (var connection in All())
        {
            connection.Tick();
        }
    }

    /// <summary>No more connections; those that are open end.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
        }

        foreach (var connection in All())
        {
            connection.Close(CloseCause.ShuttingDown);
        }
    }

    private ClientConnection[] All()
    {
        lock (gate)
        {
            return [.. connections];
        }
    }

    private string? WhyNot(ClientConnection connection, IPAddress address)
    {
        lock (gate)
        {
            var fromAddress = perAddress.GetValueOrDefault(address);
            if (closed)
            {
                return "the server is shutting down";
            }

            if (connections.Count >= parts.Options.MaxConnections)
            {
                return $"there are {connections.Count} connections already (MaxConnections)";
            }

            if (fromAddress >= parts.Options.MaxConnectionsPerAddress)
            {
                return $"there are {fromAddress} connections from this address already (MaxConnectionsPerAddress)";
            }

            connections.Add(connection);
            perAddress[address] = fromAddress + 1;
            return null;
        }
    }

    private void Remove(ClientConnection connection, IPAddress address)
    {
        lock (gate)
        {
            connections.Remove(connection);
            if (--perAddress[address] == 0)
            {
                perAddress.Remove(address);
            }
        }
    }
}

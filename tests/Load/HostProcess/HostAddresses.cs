using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EmulationPlatform.Load.HostProcess;

/// <summary>Where the host listens; kept over restarts.</summary>
internal sealed record HostAddresses(Uri Web, IPEndPoint Mqtt)
{
    public static HostAddresses Free() => new(
        new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}")),
        new IPEndPoint(IPAddress.Loopback, FreePort()));

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

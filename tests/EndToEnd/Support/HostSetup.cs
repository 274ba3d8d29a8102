using System.Net;
using System.Net.Sockets;

namespace EmulationPlatform.EndToEnd.Support;

/// <summary>How a host is started.</summary>
/// <param name="Command"><c>serve</c> or <c>demo</c>.</param>
internal sealed record HostSetup(string Command, string DataFolder, int WebPort, int MqttPort)
{
    public string Assembly { get; init; } = Folders.HostAssembly;

    public Uri Web => new($"http://127.0.0.1:{WebPort}");

    public IEnumerable<string> Arguments => [Assembly, Command, "--data", DataFolder, "--urls", $"http://127.0.0.1:{WebPort}", "--mqtt", $"127.0.0.1:{MqttPort}"];

    /// <summary>Free ports and a new, empty data folder.</summary>
    public static HostSetup New(string command)
    {
        // Both are held until both are known, so that they differ.
        using var web = new TcpListener(IPAddress.Loopback, 0);
        using var mqtt = new TcpListener(IPAddress.Loopback, 0);
        web.Start();
        mqtt.Start();
        return new HostSetup(command, Folders.NewData(), ((IPEndPoint)web.LocalEndpoint).Port, ((IPEndPoint)mqtt.LocalEndpoint).Port);
    }
}

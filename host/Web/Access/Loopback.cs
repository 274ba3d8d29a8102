using System.Net;

namespace EmulationPlatform.Web.Access;

internal static class Loopback
{
    /// <summary>
    /// The request comes from this machine and names it. The name matters: a page of a foreign site whose name is made to
    /// point at 127.0.0.1 (DNS rebinding) comes from this machine too, but names its own site.
    /// </summary>
    public static bool IsOwnMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(Unmapped(address)) && NamesThisMachine(context.Request.Host.Host);

    internal static bool NamesThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(Unmapped(address)));

    private static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}

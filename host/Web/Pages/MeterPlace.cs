using System.Net;

namespace EmulationPlatform.Web.Pages;

/// <summary>The real addresses, as the person who reads the page reaches them.</summary>
/// <param name="MqttHost">Where this machine reaches us; of no use to a meter when it is a loopback address.</param>
/// <param name="MqttIsLocal">Only programs on this machine can publish.</param>
public sealed record MeterPlace(string WebAddress, string MqttHost, string MqttPort, bool MqttIsLocal, string DataFolder)
{
    public static MeterPlace Of(HttpContext context)
    {
        var settings = context.RequestServices.GetRequiredService<WebSettings>();
        var request = context.Request;
        var (host, port, isLocal) = MqttAddress(settings.MqttAddress, request.Host.Host);
        return new MeterPlace($"{request.Scheme}://{request.Host}", host, port, isLocal, settings.DataFolder);
    }

    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>An address that means "all of this machine" is of no use to a meter; the page's own host is.</summary>
    internal static (string Host, string Port, bool IsLocal) MqttAddress(string address, string pageHost)
    {
        var colon = address.LastIndexOf(':');
        var host = colon < 0 ? address : address[..colon];
        var port = colon < 0 ? "1883" : address[(colon + 1)..];
        return (host is "" or "*" or "+" or "0.0.0.0" or "[::]" ? pageHost : host, port, IsLoopback(host));
    }
}

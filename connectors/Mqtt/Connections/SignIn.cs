using System.Net;
using EmulationPlatform.Connectors.Mqtt.Protocol;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>Decides who may connect and to which topics they may publish.</summary>
internal sealed class SignIn(IDeviceCredentials credentials, bool anonymousOnLoopback) : IDisposable
{
    // Password hashes are slow by design; a herd of devices that come back at once must not take all processors.
    private readonly SemaphoreSlim hashing = new(Math.Max(1, Environment.ProcessorCount / 2));

    public void Dispose() => hashing.Dispose();

    /// <returns>The topics; or null and the reason to refuse.</returns>
    public async Task<(TopicGrant? Grant, ReasonCode Code)> CheckAsync(ConnectPacket packet, EndPoint? remote, CancellationToken cancellationToken)
    {
        if (packet.UserName is not { } userName)
        {
            return anonymousOnLoopback && IsLoopback(remote) ? (TopicGrant.All, ReasonCode.Success) : (null, ReasonCode.NotAuthorized);
        }

        await hashing.WaitAsync(cancellationToken);
        try
        {
            var password = packet.Password ?? [];
            var grant = await Task.Run(() => credentials.Check(userName, password), cancellationToken);
            return grant is null ? (null, ReasonCode.BadUserNameOrPassword) : (new TopicGrant(grant.TopicPatterns), ReasonCode.Success);
        }
        finally
        {
            hashing.Release();
        }
    }

    private static bool IsLoopback(EndPoint? remote) => remote is IPEndPoint { Address: var address } && IPAddress.IsLoopback(
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}

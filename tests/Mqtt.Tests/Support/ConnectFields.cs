using EmulationPlatform.Connectors.Mqtt.Protocol;

namespace EmulationPlatform.Mqtt.Tests.Support;

internal sealed record ConnectFields
{
    public ProtocolVersion Version { get; init; } = ProtocolVersion.V5;

    public string ClientId { get; init; } = "meter-1";

    public bool CleanStart { get; init; } = true;

    public ushort KeepAliveSeconds { get; init; }

    public string? UserName { get; init; }

    public string? Password { get; init; }

    public (string Topic, string Payload)? Will { get; init; }

    public uint WillDelaySeconds { get; init; }

    public uint SessionExpirySeconds { get; init; }

    /// <summary>Further properties as they go over the wire.</summary>
    public byte[] Properties { get; init; } = [];
}

using System.Diagnostics.CodeAnalysis;

namespace EmulationPlatform.Connectors.Mqtt.Protocol;

/// <summary>The client broke the protocol: its connection ends with <see cref="Code"/>, and nothing else does.</summary>
internal sealed class BrokenProtocolException(ReasonCode code, string message) : Exception(message)
{
    public ReasonCode Code { get; } = code;

    [DoesNotReturn]
    public static void Malformed(string what) => throw new BrokenProtocolException(ReasonCode.MalformedPacket, what);

    [DoesNotReturn]
    public static void Error(string what) => throw new BrokenProtocolException(ReasonCode.ProtocolError, what);
}

using System.Net;
using EmulationPlatform.Connectors.Mqtt.Protocol;
using EmulationPlatform.Connectors.Mqtt.Sessions;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>Answers CONNECT (MQTT 5.0, sections 3.1.4 and 3.2).</summary>
internal sealed class Handshake(EndpointParts parts, EndPoint? remote)
{
    private const int MaxClientIdBytes = 1_024;

    /// <summary>An answer goes out in every case in which the version has one.</summary>
    public async Task<HandshakeOutcome> AnswerAsync(ReadOnlyMemory<byte> body, SessionClaim claim, CancellationToken cancellationToken)
    {
        var version = ProtocolVersion.V5;
        ConnectPacket packet;
        try
        {
            packet = Read(body.Span, ref version);
        }
        catch (BrokenProtocolException e)
        {
            return new HandshakeOutcome.Refused("?", e.Code, e.Message, Refusal(version, e.Code, e.Message, maximumBytes: 0));
        }

        var (grant, refusal) = await CheckAsync(packet, cancellationToken);
        if (grant is null)
        {
            return Refuse(packet, refusal.Code, refusal.Reason);
        }

        var assignedId = packet.ClientId.Length == 0 ? $"auto-{Guid.NewGuid():N}" : null;
        var request = new SessionRequest(assignedId ?? packet.ClientId, packet.CleanStart, ExpiryOf(packet));
        return await parts.Sessions.ClaimAsync(request, claim, cancellationToken) switch
        {
            SessionOutcome.Granted granted => new HandshakeOutcome.Accepted(
                new Client(packet, granted.Session, grant), Acceptance(packet, granted, assignedId)),
            SessionOutcome.Refused refused => Refuse(packet, refused.Code, refused.Reason),
            var other => throw new InvalidOperationException($"Unknown outcome {other}."),
        };
    }

    private static ConnectPacket Read(ReadOnlySpan<byte> body, ref ProtocolVersion version)
    {
        var reader = new PacketReader(body);
        try
        {
            version = ConnectPacket.ReadVersion(ref reader);
        }
        catch (BrokenProtocolException) when (LooksOlder(body))
        {
            version = ProtocolVersion.V311;
            throw;
        }

        return ConnectPacket.ReadRest(ref reader, version);
    }

    /// <summary>MQTT 3.1 ("MQIsdp") and levels below 4 understand only the short CONNACK.</summary>
    private static bool LooksOlder(ReadOnlySpan<byte> body) =>
        body.StartsWith("\0\x06MQIsdp"u8) || (body.StartsWith("\0\x04MQTT"u8) && body.Length > 6 && body[6] < 4);

    private async Task<(TopicGrant? Grant, (ReasonCode Code, string Reason) Refusal)> CheckAsync(
        ConnectPacket packet, CancellationToken cancellationToken)
    {
        if (packet.HasAuthenticationMethod)
        {
            return (null, (ReasonCode.BadAuthenticationMethod, "no authentication method is supported; use user name and password"));
        }

        // 3.1.1 [MQTT-3.1.3-8]: without an identifier there is nothing to come back to; 5.0 tells the client its new one.
        if ((packet.ClientId.Length == 0 && packet.Version == ProtocolVersion.V311 && !packet.CleanStart)
            || packet.ClientId.Length > MaxClientIdBytes)
        {
            return (null, (ReasonCode.ClientIdentifierNotValid, "the client identifier is missing or too long"));
        }

        if (!parts.Sink.IsOpen)
        {
            return (null, (ReasonCode.ServerUnavailable, "readings cannot be stored at the moment; come again later"));
        }

        var (grant, code) = await parts.SignIn.CheckAsync(packet, remote, cancellationToken);
        if (grant is null)
        {
            var reason = code == ReasonCode.NotAuthorized ? "user name and password are missing" : "user name or password is wrong";
            return (null, (code, reason));
        }

        return packet.Will is { } will && !grant.MayPublish(will.Topic)
            ? (null, (ReasonCode.NotAuthorized, "the topic of the will is not allowed"))
            : (grant, default);
    }

    private static HandshakeOutcome.Refused Refuse(ConnectPacket packet, ReasonCode code, string reason) =>
        new(packet.ClientId, code, reason, Refusal(packet.Version, code, reason, packet.MaximumPacketBytes));

    private byte[] Acceptance(ConnectPacket packet, SessionOutcome.Granted granted, string? assignedId) =>
        packet.Version == ProtocolVersion.V311
            ? Packets.Connack311(granted.Present, returnCode: 0)
            : Packets.Connack5(new ConnackFacts
            {
                SessionPresent = granted.Present,
                SessionExpirySeconds = granted.Session.ExpirySeconds,
                ReceiveMaximum = (ushort)parts.Options.ReceiveMaximum,
                MaximumPacketBytes = (uint)parts.Options.MaxPacketBytes,
                TopicAliasMaximum = (ushort)parts.Options.TopicAliasMaximum,
                AssignedClientId = assignedId,
            });

    /// <summary>3.1.1 knows five reasons; for others the connection ends without an answer [MQTT-3.2.2-6] of 3.1.1.</summary>
    private static byte[] Refusal(ProtocolVersion version, ReasonCode code, string reason, uint maximumBytes)
    {
        if (version == ProtocolVersion.V5)
        {
            return Packets.Refusal5(code, reason, maximumBytes);
        }

        return code switch
        {
            ReasonCode.UnsupportedProtocolVersion => Packets.Connack311(sessionPresent: false, 1),
            ReasonCode.ClientIdentifierNotValid => Packets.Connack311(sessionPresent: false, 2),
            ReasonCode.ServerUnavailable or ReasonCode.QuotaExceeded => Packets.Connack311(sessionPresent: false, 3),
            ReasonCode.BadUserNameOrPassword => Packets.Connack311(sessionPresent: false, 4),
            ReasonCode.NotAuthorized => Packets.Connack311(sessionPresent: false, 5),
            _ => [],
        };
    }

    private uint ExpiryOf(ConnectPacket packet)
    {
        var limit = (uint)parts.Options.SessionExpiry.TotalSeconds;
        return packet.Version == ProtocolVersion.V311 ? (packet.CleanStart ? 0 : limit) : Math.Min(packet.SessionExpirySeconds, limit);
    }
}

using EmulationPlatform.Connectors.Mqtt.Protocol;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>What a client that has signed in may send, and what it gets for it.</summary>
internal sealed class PacketHandler(Client client, Publishing publishing, ResponseLine responses, uint maxSessionExpirySeconds)
{
    /// <returns>Completed synchronously unless the sink's line is full.</returns>
    /// <exception cref="BrokenProtocolException">The packet ends the connection.</exception>
    public ValueTask HandleAsync(PacketFrame frame, ReadOnlyMemory<byte> body, Instant receivedAt)
    {
        if (frame.Type == PacketType.Publish)
        {
            return publishing.PublishAsync(frame, body, receivedAt);
        }

        CheckFlags(frame);
        switch (frame.Type)
        {
            case PacketType.Pubrel:
                return publishing.ReleaseAsync(Acknowledgement.Read(body.Span, client.Version).PacketId, receivedAt);
            case PacketType.Subscribe:
                responses.AddUrgent(Subscriptions.AnswerSubscribe(body.Span, client.Version));
                return ValueTask.CompletedTask;
            case PacketType.Unsubscribe:
                responses.AddUrgent(Subscriptions.AnswerUnsubscribe(body.Span, client.Version));
                return ValueTask.CompletedTask;
            case PacketType.Pingreq:
                new PacketReader(body.Span).End("PINGREQ");

                // [MQTT-3.12.4-1]
                responses.AddUrgent(Packets.PingResponse);
                return ValueTask.CompletedTask;
            case PacketType.Puback or PacketType.Pubcomp:
                // We never publish, so this belongs to a session the client had elsewhere; nothing hangs on it.
                Acknowledgement.Read(body.Span, client.Version);
                return ValueTask.CompletedTask;
            case PacketType.Pubrec:
                var received = Acknowledgement.Read(body.Span, client.Version);
                responses.Add(new Response(PacketType.Pubrel, received.PacketId, null, FreesQuota: false, ReasonCode.PacketIdentifierNotFound));
                return ValueTask.CompletedTask;
            default:
                Unexpected(frame.Type);
                return ValueTask.CompletedTask;
        }
    }

    /// <summary>DISCONNECT: the client takes leave, and may change how long its session lives.</summary>
    public CloseCause Leave(PacketFrame frame, ReadOnlySpan<byte> body)
    {
        CheckFlags(frame);
        var packet = DisconnectPacket.Read(body, client.Version);
        if (packet.SessionExpirySeconds is { } expiry)
        {
            if (expiry > 0 && client.Connect.SessionExpirySeconds == 0)
            {
                BrokenProtocolException.Error("a session that ends with its connection cannot be kept at DISCONNECT (section 3.14.2.2.2)");
            }

            client.Session.ExpirySeconds = Math.Min(expiry, maxSessionExpirySeconds);
        }

        // [MQTT-3.1.2-8], [MQTT-3.14.4-3]: any other code than 0, for example 0x04, sends the will.
        return new CloseCause(CloseKind.ClientLeft, ReasonCode.Success, $"DISCONNECT with reason 0x{packet.Code:X2}", DropsWill: packet.Code == 0);
    }

    private static void CheckFlags(PacketFrame frame)
    {
        // [MQTT-2.1.3-1] (3.1.1: [MQTT-2.2.2-2]): reserved flag bits have one value per packet type.
        var expected = frame.Type is PacketType.Pubrel or PacketType.Subscribe or PacketType.Unsubscribe ? 2 : 0;
        if (frame.Flags != expected)
        {
            BrokenProtocolException.Malformed($"{frame.Type} with flags {frame.Flags}");
        }
    }

    private void Unexpected(PacketType type)
    {
        switch (type)
        {
            case PacketType.Connect:
                // [MQTT-3.1.0-2]
                BrokenProtocolException.Error("second CONNECT");
                break;
            case PacketType.Auth when client.Version == ProtocolVersion.V5:
                // [MQTT-4.12.0-7]: AUTH only after a CONNECT with an authentication method, which is always refused here.
                BrokenProtocolException.Error("AUTH without an authentication method");
                break;
            case PacketType.Reserved or PacketType.Auth:
                BrokenProtocolException.Malformed($"packet type {(int)type} is reserved");
                break;
            default:
                BrokenProtocolException.Error($"{type} is not for clients to send");
                break;
        }
    }
}

using EmulationPlatform.Connectors.Mqtt.Protocol;
using EmulationPlatform.Connectors.Mqtt.Sessions;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>
/// Takes the publishes of one client: from PUBLISH to the sink, and from there into the line of acknowledgements. Nothing
/// here waits for the disk.
/// </summary>
internal sealed class Publishing(EndpointParts parts, Client client, ResponseLine responses, CancellationToken cancellationToken)
{
    private readonly TopicCache topics = new(client.Grant);
    private readonly HashSet<ushort> quotaOfExactlyOnce = [];
    private KnownTopic?[] aliases = [];

    /// <exception cref="BrokenProtocolException">The packet, or what it asks for, ends the connection.</exception>
    /// <exception cref="SinkClosedException">The message was not taken and must not be acknowledged.</exception>
    public ValueTask PublishAsync(PacketFrame frame, ReadOnlyMemory<byte> body, Instant receivedAt)
    {
        var header = PublishHeader.Read(frame.Flags, body.Span, client.Version);
        var topic = Resolve(header);
        parts.Figures.Published();
        var countsForQuota = UseQuota(header);
        if (!topic.MayPublish)
        {
            Refuse(header, topic, countsForQuota);
            return ValueTask.CompletedTask;
        }

        if (header.Qos == Qos.ExactlyOnce && client.Session.PhaseOf(header.PacketId) != Qos2Phase.Unknown)
        {
            // [MQTT-4.3.3-10]: until PUBREL the same identifier is the same message. The line keeps the order, so this
            // PUBREC cannot pass the one of a first PUBLISH that is still on its way to the disk.
            responses.Add(new Response(PacketType.Pubrec, header.PacketId, WaitsFor: null, FreesQuota: false));
            return ValueTask.CompletedTask;
        }

        var payload = body[^header.PayloadBytes..];
        return TakeAsync(header, topic.Name, payload, receivedAt);
    }

    /// <summary>PUBREL: the identifier is free again once that is on disk [MQTT-4.3.3-11].</summary>
    public ValueTask ReleaseAsync(ushort packetId, Instant receivedAt)
    {
        var session = client.Session;
        var freesQuota = quotaOfExactlyOnce.Remove(packetId);
        switch (session.PhaseOf(packetId))
        {
            case Qos2Phase.Unknown:
                // 5.0 says so; 3.1.1 answers in any case [MQTT-3.6.4-1] of 3.1.1.
                responses.Add(new Response(PacketType.Pubcomp, packetId, null, freesQuota, ReasonCode.PacketIdentifierNotFound));
                return ValueTask.CompletedTask;
            case Qos2Phase.Storing:
                BrokenProtocolException.Error("PUBREL before PUBREC");
                return ValueTask.CompletedTask;
            case Qos2Phase.Stored when session.OutlivesConnection:
                var delivery = new PendingDelivery(responses, ResponseLine.HeldBytes(0))
                {
                    ReceivedAt = receivedAt,
                    State = [SessionRecord.RemoveIdentifier(session, packetId)],
                    Session = session,
                    PacketId = packetId,
                    PhaseWhenCommitted = Qos2Phase.Unknown,
                    PhaseWhenFailed = Qos2Phase.Stored,
                };
                session.Enter(packetId, Qos2Phase.Releasing);
                responses.Add(new Response(PacketType.Pubcomp, packetId, delivery, freesQuota));
                return SubmitAsync(delivery);
            case Qos2Phase.Stored:
                session.Enter(packetId, Qos2Phase.Unknown);
                goto default;
            default:
                responses.Add(new Response(PacketType.Pubcomp, packetId, WaitsFor: null, freesQuota));
                return ValueTask.CompletedTask;
        }
    }

    private ValueTask TakeAsync(PublishHeader header, string topic, ReadOnlyMemory<byte> payload, Instant receivedAt)
    {
        var interpretation = parts.Reader.Read(topic, payload, receivedAt);
        var remembers = header.Qos == Qos.ExactlyOnce && client.Session.OutlivesConnection;
        if (MessageReader.IsEmpty(interpretation) && !remembers)
        {
            if (header.Qos == Qos.ExactlyOnce)
            {
                client.Session.Enter(header.PacketId, Qos2Phase.Stored);
            }

            Answer(header, delivery: null);
            return ValueTask.CompletedTask;
        }

        var exactlyOnce = header.Qos == Qos.ExactlyOnce;
        var delivery = new PendingDelivery(responses, ResponseLine.HeldBytes(header.PayloadBytes))
        {
            ReceivedAt = receivedAt,
            Observations = interpretation.Observations,
            Rejected = interpretation.Rejected,
            Raw = MessageReader.RawOf(interpretation, topic, payload, receivedAt),
            NotUnderstood = !interpretation.Matched,
            State = remembers ? [SessionRecord.PutIdentifier(client.Session, header.PacketId)] : [],
            Session = exactlyOnce ? client.Session : null,
            PacketId = header.PacketId,
            PhaseWhenCommitted = Qos2Phase.Stored,
            PhaseWhenFailed = Qos2Phase.Unknown,
            IsUnanswered = header.Qos == Qos.AtMostOnce,
        };
        if (exactlyOnce)
        {
            client.Session.Enter(header.PacketId, Qos2Phase.Storing);
        }

        Answer(header, delivery);
        return SubmitAsync(delivery);
    }

    private void Answer(PublishHeader header, PendingDelivery? delivery)
    {
        if (header.Qos == Qos.AtLeastOnce)
        {
            responses.Add(new Response(PacketType.Puback, header.PacketId, delivery, FreesQuota: true));
        }
        else if (header.Qos == Qos.ExactlyOnce)
        {
            responses.Add(new Response(PacketType.Pubrec, header.PacketId, delivery, FreesQuota: false));
        }
    }

    private ValueTask SubmitAsync(PendingDelivery delivery)
    {
        responses.Hold(delivery);
        ValueTask submitted;
        try
        {
            submitted = parts.Sink.SubmitAsync(delivery, cancellationToken);
        }
        catch
        {
            delivery.Abandon();
            throw;
        }

        return submitted.IsCompletedSuccessfully ? ValueTask.CompletedTask : FinishAsync(submitted, delivery);
    }

    private static async ValueTask FinishAsync(ValueTask submitted, PendingDelivery delivery)
    {
        try
        {
            await submitted;
        }
        catch
        {
            delivery.Abandon();
            throw;
        }
    }

    private bool UseQuota(PublishHeader header)
    {
        if (header.Qos == Qos.AtMostOnce || (header.Qos == Qos.ExactlyOnce && !quotaOfExactlyOnce.Add(header.PacketId)))
        {
            return false;
        }

        // [MQTT-3.3.4-7]. 3.1.1 has no such rule: its clients are read no further while the line is full.
        if (client.Version == ProtocolVersion.V5 && responses.QuotaUsed >= parts.Options.ReceiveMaximum)
        {
            throw new BrokenProtocolException(
                ReasonCode.ReceiveMaximumExceeded, $"more than {parts.Options.ReceiveMaximum} publishes without an acknowledgement");
        }

        responses.UseQuota();
        return true;
    }

    /// <summary>A refusal of the topic is final, so 5.0 says it in the acknowledgement; 3.1.1 cannot, and must not acknowledge.</summary>
    private void Refuse(PublishHeader header, KnownTopic topic, bool countsForQuota)
    {
        parts.Figures.TopicNotAllowed();
        parts.Logger.TopicNotAllowed(client.Id, topic.Name);
        if (client.Version == ProtocolVersion.V311 || header.Qos == Qos.AtMostOnce)
        {
            throw new BrokenProtocolException(ReasonCode.NotAuthorized, $"may not publish to {topic.Name}");
        }

        quotaOfExactlyOnce.Remove(header.PacketId);
        var type = header.Qos == Qos.AtLeastOnce ? PacketType.Puback : PacketType.Pubrec;
        responses.Add(new Response(type, header.PacketId, null, countsForQuota, ReasonCode.NotAuthorized, "this topic is not allowed"));
    }

    private KnownTopic Resolve(PublishHeader header)
    {
        if (header.Alias > parts.Options.TopicAliasMaximum)
        {
            throw new BrokenProtocolException(
                ReasonCode.TopicAliasInvalid, $"topic alias {header.Alias} is over {parts.Options.TopicAliasMaximum} [MQTT-3.3.2-9]");
        }

        if (header.Topic.IsEmpty && header.Alias != 0)
        {
            return (header.Alias < aliases.Length ? aliases[header.Alias] : null)
                ?? throw new BrokenProtocolException(ReasonCode.ProtocolError, $"topic alias {header.Alias} stands for nothing");
        }

        var topic = topics.Get(header.Topic);
        if (header.Alias != 0)
        {
            // The aliases of a connection end with it [MQTT-3.3.2-7].
            if (aliases.Length == 0)
            {
                aliases = new KnownTopic?[parts.Options.TopicAliasMaximum + 1];
            }

            aliases[header.Alias] = topic;
        }

        return topic;
    }
}

using EmulationPlatform.Sdk;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Connectors.Mqtt.Sessions;

/// <summary>Reads and writes session state through the host's sink, so that it is committed in line with the readings.</summary>
internal sealed class SessionDisk(IReadingSink sink, TimeProvider clock, ILogger logger)
{
    /// <summary>All sessions that are not over, with their QoS 2 identifiers; what is over or unreadable is removed.</summary>
    public async Task<IReadOnlyList<Session>> LoadAsync(IConnectorState state, Instant now, CancellationToken cancellationToken)
    {
        List<StateChange> changes = [];
        Dictionary<string, Session> sessions = [];
        foreach (var (key, value) in await state.LoadAsync(SessionRecord.SessionPrefix, cancellationToken))
        {
            var session = SessionRecord.ReadSession(key, value);
            if (session is null || session.IsExpired(now))
            {
                changes.Add(new StateChange(key, Value: null));
                continue;
            }

            sessions[session.ClientId] = session;
            if (session.DisconnectedAt is null)
            {
                // It was connected when the host stopped without a word: its time runs from now, and not again from the next start.
                session.DisconnectedAt = now;
                changes.Add(SessionRecord.Put(session));
            }
        }

        foreach (var (key, value) in await state.LoadAsync(SessionRecord.Qos2Prefix, cancellationToken))
        {
            if (SessionRecord.TryReadIdentifier(key, value, out var identifier)
                && sessions.TryGetValue(identifier.ClientId, out var session) && session.Generation == identifier.Generation)
            {
                session.Enter(identifier.PacketId, Qos2Phase.Stored);
            }
            else
            {
                changes.Add(new StateChange(key, Value: null));
            }
        }

        await SubmitAsync(changes);
        return [.. sessions.Values];
    }

    /// <summary>
    /// Puts the changes in line without waiting for the disk. Should they fail, nothing is lost: a record too many expires
    /// by itself, and identifiers of an earlier session are known by their generation.
    /// </summary>
    public async Task SubmitAsync(IReadOnlyList<StateChange> changes)
    {
        if (changes.Count > 0)
        {
            await TrySubmitAsync(DeliveryOf(changes));
        }
    }

    /// <returns>True when the changes are on disk.</returns>
    public async Task<bool> CommitAsync(IReadOnlyList<StateChange> changes)
    {
        var delivery = DeliveryOf(changes);
        return await TrySubmitAsync(delivery) && await delivery.Committed;
    }

    private async Task<bool> TrySubmitAsync(StateDelivery delivery)
    {
        try
        {
            await sink.SubmitAsync(delivery, CancellationToken.None);
            return true;
        }
        catch (SinkClosedException e)
        {
            logger.SessionNotStored(e.Message);
            return false;
        }
    }

    private StateDelivery DeliveryOf(IReadOnlyList<StateChange> changes) =>
        new() { ReceivedAt = Instant.From(clock.GetUtcNow()), State = changes };
}

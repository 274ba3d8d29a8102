using System.Security.Cryptography;
using EmulationPlatform.Connectors.Mqtt.Protocol;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt.Sessions;

/// <summary>All sessions by client identifier; one connection at a time holds one [MQTT-3.1.4-3].</summary>
internal sealed class SessionStore(SessionDisk disk, TimeProvider clock, int maxSessions, Func<WillMessage, ValueTask> publishWill)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Session> sessions = [];

    public int Count
    {
        get
        {
            lock (gate)
            {
                return sessions.Count;
            }
        }
    }

    private Instant Now => Instant.From(clock.GetUtcNow());

    public async Task LoadAsync(IConnectorState state, CancellationToken cancellationToken)
    {
        foreach (var session in await disk.LoadAsync(state, Now, cancellationToken))
        {
            sessions[session.ClientId] = session;
        }
    }

    /// <summary>
    /// Gives the session to the connection, after the one that holds it has let go of it: then nothing of it is on its way
    /// to the disk any more, and what is known of a packet identifier is final.
    /// </summary>
    public async Task<SessionOutcome> ClaimAsync(SessionRequest request, SessionClaim claim, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryClaim(request, claim, out var holder) is { } outcome)
            {
                return outcome is SessionOutcome.Granted granted ? await SettleClaimAsync(granted, request, holder.Former) : outcome;
            }

            holder.Claim!.TakeOver();
            await holder.Claim.Ended.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The connection has ended and none of its messages is on its way any more.</summary>
    /// <param name="will">Null when there is none or the client took leave [MQTT-3.1.2-10].</param>
    public async Task ReleaseAsync(Session session, WillMessage? will)
    {
        var now = Now;
        if (will is not null && session.OutlivesConnection && will.Delay > TimeSpan.Zero)
        {
            session.Will = new DelayedWill(will, now.Plus(will.Delay));
        }
        else if (will is not null)
        {
            await publishWill(will);
        }

        session.DisconnectedAt = now;
        if (session.OutlivesConnection)
        {
            session.HasRecord = true;
            await disk.SubmitAsync([SessionRecord.Put(session)]);
        }
        else if (session.HasRecord)
        {
            await disk.SubmitAsync([.. SessionRecord.Remove(session)]);
        }

        Free(session);
    }

    /// <summary>Publishes the wills whose time has come and ends the sessions that are over.</summary>
    public async Task SweepAsync(bool isLast)
    {
        var now = Now;
        List<WillMessage> wills = [];
        List<Session> over = [];
        lock (gate)
        {
            foreach (var session in sessions.Values.Where(session => session.Claim is null))
            {
                var expired = session.IsExpired(now);

                // [MQTT-3.1.2-8]: after the delay or with the end of the session, whichever comes first.
                if (session.Will is { } will && (isLast || expired || will.DueAt <= now))
                {
                    session.Will = null;
                    wills.Add(will.Message);
                }

                if (expired)
                {
                    // Held until its removal is in line, or a client that comes just now would have its new record removed.
                    session.Claim = new SessionClaim(static () => { });
                    session.ExpirySeconds = 0;
                    over.Add(session);
                }
            }
        }

        foreach (var will in wills)
        {
            await publishWill(will);
        }

        await disk.SubmitAsync([.. over.Where(session => session.HasRecord).SelectMany(SessionRecord.Remove)]);
        over.ForEach(Free);
    }

    private SessionOutcome? TryClaim(SessionRequest request, SessionClaim claim, out (SessionClaim? Claim, Session? Former) holder)
    {
        lock (gate)
        {
            sessions.TryGetValue(request.ClientId, out var known);
            holder = (known?.Claim, known);
            if (known?.Claim is not null)
            {
                return null;
            }

            if (known is null && sessions.Count >= maxSessions)
            {
                return new SessionOutcome.Refused(ReasonCode.QuotaExceeded, "too many sessions");
            }

            // [MQTT-3.1.2-4], [MQTT-3.1.2-5]: a clean start discards what was; otherwise a session that is there goes on.
            var present = known is not null && !request.CleanStart && !known.IsExpired(Now);
            var session = present ? known! : new Session(request.ClientId, NewGeneration());
            session.Claim = claim;
            sessions[request.ClientId] = session;
            return new SessionOutcome.Granted(session, present);
        }
    }

    private async Task<SessionOutcome> SettleClaimAsync(SessionOutcome.Granted granted, SessionRequest request, Session? former)
    {
        var session = granted.Session;
        var discarded = granted.Present ? null : former;
        var changed = session.DisconnectedAt is not null || session.ExpirySeconds != request.ExpirySeconds;
        List<StateChange> changes = [];
        var before = (session.ExpirySeconds, session.DisconnectedAt, session.HasRecord);
        session.ExpirySeconds = request.ExpirySeconds;
        session.DisconnectedAt = null;
        if (changed && (session.OutlivesConnection || session.HasRecord))
        {
            session.HasRecord = true;
            changes.Add(SessionRecord.Put(session));
        }

        if (discarded is { HasRecord: true })
        {
            // One change per key: a new record takes the place of the old one by itself.
            changes.AddRange(SessionRecord.Remove(discarded).Skip(changes.Count));
        }

        // The client may rely on its session from CONNACK on, so the record is on disk before it leaves.
        if (changes.Count > 0 && !await disk.CommitAsync(changes))
        {
            (session.ExpirySeconds, session.DisconnectedAt, session.HasRecord) = before;
            Unclaim(granted, former);
            return new SessionOutcome.Refused(ReasonCode.ServerUnavailable, "the session cannot be stored at the moment");
        }

        // [MQTT-3.1.3-9]: a client that is back in its session has its will dropped; a discarded session has ended.
        session.Will = null;
        if (discarded?.Will is { } will)
        {
            await publishWill(will.Message);
        }

        return granted;
    }

    private void Unclaim(SessionOutcome.Granted granted, Session? former)
    {
        SessionClaim? claim;
        lock (gate)
        {
            claim = granted.Session.Claim;
            granted.Session.Claim = null;
            if (former is null)
            {
                sessions.Remove(granted.Session.ClientId);
            }
            else
            {
                sessions[former.ClientId] = former;
            }
        }

        claim?.End();
    }

    private void Free(Session session)
    {
        SessionClaim? claim;
        lock (gate)
        {
            claim = session.Claim;
            session.Claim = null;
            if (!session.OutlivesConnection)
            {
                sessions.Remove(session.ClientId);
            }
        }

        claim?.End();
    }

    private static ulong NewGeneration() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}

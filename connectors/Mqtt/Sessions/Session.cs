using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt.Sessions;

/// <summary>
/// What is kept for a client identifier: the QoS 2 packet identifiers between PUBREC and PUBREL, across connections and,
/// when the session outlives its connection, across restarts (MQTT 5.0, section 4.1).
/// </summary>
internal sealed class Session(string clientId, ulong generation)
{
    /// <summary>The session never expires (MQTT 5.0, section 3.1.2.11.2).</summary>
    public const uint NeverExpires = uint.MaxValue;

    private readonly Lock gate = new();
    private Dictionary<ushort, Qos2Phase>? identifiers;

    public string ClientId { get; } = clientId;

    /// <summary>Tells this session's stored identifiers from those of an earlier session of the same client.</summary>
    public ulong Generation { get; } = generation;

    /// <summary>The connection that holds the session; guarded by the store's lock.</summary>
    public SessionClaim? Claim { get; set; }

    public uint ExpirySeconds { get; set; }

    public bool OutlivesConnection => ExpirySeconds > 0;

    /// <summary>Null while connected.</summary>
    public Instant? DisconnectedAt { get; set; }

    /// <summary>A record of it is (or is about to be) on disk.</summary>
    public bool HasRecord { get; set; }

    public DelayedWill? Will { get; set; }

    public bool IsExpired(Instant now) =>
        DisconnectedAt is { } since && ExpirySeconds != NeverExpires && now - since >= TimeSpan.FromSeconds(ExpirySeconds);

    public Qos2Phase PhaseOf(ushort packetId)
    {
        lock (gate)
        {
            return identifiers is not null && identifiers.TryGetValue(packetId, out var phase) ? phase : Qos2Phase.Unknown;
        }
    }

    public void Enter(ushort packetId, Qos2Phase phase)
    {
        lock (gate)
        {
            identifiers ??= [];
            if (phase == Qos2Phase.Unknown)
            {
                identifiers.Remove(packetId);
            }
            else
            {
                identifiers[packetId] = phase;
            }
        }
    }

    public ushort[] Identifiers()
    {
        lock (gate)
        {
            return identifiers is null ? [] : [.. identifiers.Keys];
        }
    }
}

namespace EmulationPlatform.Sdk;

/// <summary>
/// Everything one message asks the host to keep, committed as one: readings, rejected parts with the raw bytes, and the
/// connector's own state. A connector derives from it to hear when it is durable.
/// </summary>
public abstract class Delivery
{
    private int openParts = 1;
    private int failed;

    /// <summary>When the host's clock saw the message.</summary>
    public required Instant ReceivedAt { get; init; }

    public IReadOnlyList<Observation> Observations { get; init; } = [];

    public IReadOnlyList<RejectedPart> Rejected { get; init; } = [];

    /// <summary>Set when something was rejected or nothing understood it: the raw bytes are kept.</summary>
    public RawMessage? Raw { get; init; }

    /// <summary>No profile knows the topic: it is counted and its last payload kept.</summary>
    public bool NotUnderstood { get; init; }

    /// <summary>Changes of the connector's state, in the same transaction, for example QoS 2 packet identifiers.</summary>
    public IReadOnlyList<StateChange> State { get; init; } = [];

    /// <summary>
    /// Called once, on the writer's thread, when everything is on disk (<paramref name="committed"/>) or when it could not
    /// be written. Must be short and must not throw. On <see langword="false"/> the sender must not get an acknowledgement.
    /// </summary>
    protected abstract void Settled(bool committed);

    /// <summary>Host only: one more part of this delivery travels on its own.</summary>
    public void Split() => Interlocked.Increment(ref openParts);

    /// <summary>Host only: a part is done. The last one settles the delivery.</summary>
    public void Complete(bool committed)
    {
        if (!committed)
        {
            Volatile.Write(ref failed, 1);
        }

        if (Interlocked.Decrement(ref openParts) == 0)
        {
            Settled(Volatile.Read(ref failed) == 0);
        }
    }
}

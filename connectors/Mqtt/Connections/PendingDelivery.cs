using EmulationPlatform.Connectors.Mqtt.Sessions;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>A message (or the end of a QoS 2 packet identifier) on its way to the disk.</summary>
internal sealed class PendingDelivery(ResponseLine responses, int bytes) : Delivery
{
    private volatile bool committed;
    private int done;

    /// <summary>What it counts for in the memory a connection may hold.</summary>
    public int Bytes { get; } = bytes;

    public bool IsCommitted => committed;

    /// <summary>Set for QoS 2: the phase of its identifier follows the disk.</summary>
    public Session? Session { get; init; }

    public ushort PacketId { get; init; }

    public Qos2Phase PhaseWhenCommitted { get; init; }

    public Qos2Phase PhaseWhenFailed { get; init; }

    /// <summary>True when nobody waits for an answer (QoS 0).</summary>
    public bool IsUnanswered { get; init; }

    /// <summary>The sink did not take it.</summary>
    public void Abandon() => Finish(success: false);

    protected override void Settled(bool committed) => Finish(committed);

    private void Finish(bool success)
    {
        if (Interlocked.Exchange(ref done, 1) != 0)
        {
            return;
        }

        Session?.Enter(PacketId, success ? PhaseWhenCommitted : PhaseWhenFailed);
        committed = success;
        responses.Settled(this);
    }
}

using System.Diagnostics;

namespace EmulationPlatform.Load.Publisher;

/// <summary>
/// What one MQTT session has to send and waits for, without sockets and without locks. Packets of QoS 2 follow MQTT 5.0 §4.3.3.
/// </summary>
internal sealed class SessionState(Device device, PublishOptions options)
{
    private const byte FirstError = 0x80;
    private const int LongestOwnPacket = 4;

    private readonly PublishTemplate template = new(device.Topic, options.Qos, options.Version);
    private readonly Window window = new(options.InFlight);
    private readonly Queue<ushort> toRelease = new();
    private readonly Queue<ushort> toResend = new();
    private bool resendIsDuplicate;
    private int allowedInFlight;
    private SessionCounts counts;

    public int PacketLength => Math.Max(template.Length, LongestOwnPacket);

    public Allowance Allowance { get; set; } = Allowance.None;

    public LatencyHistogram Latencies { get; } = new();

    public int AllowedInFlight => allowedInFlight;

    public SessionCounts Counts => counts with { Unanswered = window.Outstanding };

    public bool IsIdle => window.Outstanding == 0;

    /// <summary>The connection is up: what was not answered is sent again ([MQTT-4.4.0-1]), in order, before anything new.</summary>
    public void Resume(ConnectAnswer answer)
    {
        allowedInFlight = Math.Min(options.InFlight, answer.ReceiveMaximum);
        resendIsDuplicate = answer.SessionPresent;
        toRelease.Clear();
        toResend.Clear();
        foreach (var identifier in window.InOrder())
        {
            ResumeOne(identifier, answer.SessionPresent);
        }
    }

    public void CountBroken() => counts = counts with { Broken = counts.Broken + 1 };

    public void Handle(ServerPacket packet, long now)
    {
        switch (packet.Type)
        {
            case ServerPacket.PublishAck when window[packet.Identifier].State == SlotState.Published:
                Acknowledge(packet.Identifier, packet.Reason, now);
                window.Release(packet.Identifier);
                break;
            case ServerPacket.PublishReceived:
                Receive(packet.Identifier, packet.Reason, now);
                break;
            case ServerPacket.PublishComplete when window[packet.Identifier].State == SlotState.Received:
                window.Release(packet.Identifier);
                break;
            default:
                break;
        }
    }

    /// <summary>Writes as many packets as fit and may go now.</summary>
    /// <returns>Bytes written.</returns>
    public int Fill(Span<byte> target)
    {
        var used = 0;
        while (toRelease.Count > 0 && target.Length - used >= LongestOwnPacket)
        {
            ControlPackets.WriteRelease(target[used..], toRelease.Dequeue());
            used += ControlPackets.ReleaseLength;
        }

        while (toResend.Count > 0 && target.Length - used >= template.Length)
        {
            var identifier = toResend.Dequeue();
            used += WriteAgain(target[used..], identifier);
        }

        return used + FillNew(target[used..]);
    }

    private int FillNew(Span<byte> target)
    {
        var now = Stopwatch.GetTimestamp();
        var used = 0;
        while (target.Length - used >= template.Length && Allowance.HasMore && device.HasNext && HasRoom())
        {
            var since = Allowance.Take(now);
            var message = device.TakeNext();
            var identifier = options.Qos == 0 ? (ushort)0 : window.Take(message, since);
            template.Write(target[used..], identifier, device.AtMilliseconds(message), device.TotalMilli(message));
            used += template.Length;
            if (options.Qos == 0)
            {
                device.Acked.Add(message);
                counts = counts with { Acknowledged = counts.Acknowledged + 1 };
            }
        }

        return used;
    }

    private bool HasRoom() => options.Qos == 0 || (window.Outstanding < allowedInFlight && window.HasFree);

    private int WriteAgain(Span<byte> target, ushort identifier)
    {
        var message = window[identifier].Message;
        template.Write(target, identifier, device.AtMilliseconds(message), device.TotalMilli(message));
        if (resendIsDuplicate)
        {
            PublishTemplate.MarkDuplicate(target);
        }

        counts = counts with { Resent = counts.Resent + 1 };
        return template.Length;
    }

    private void ResumeOne(ushort identifier, bool sessionPresent)
    {
        if (window[identifier].State == SlotState.Published)
        {
            toResend.Enqueue(identifier);
        }
        else if (sessionPresent)
        {
            toRelease.Enqueue(identifier);
        }
        else
        {
            counts = counts with { Forgotten = counts.Forgotten + 1 };
            window.Release(identifier);
        }
    }

    private void Receive(ushort identifier, byte reason, long now)
    {
        if (window[identifier].State == SlotState.Published)
        {
            Acknowledge(identifier, reason, now);
            if (reason >= FirstError)
            {
                window.Release(identifier);
                return;
            }

            window.MarkReceived(identifier);
        }

        toRelease.Enqueue(identifier);
    }

    private void Acknowledge(ushort identifier, byte reason, long now)
    {
        var slot = window[identifier];
        if (reason >= FirstError)
        {
            counts = counts with { Refused = counts.Refused + 1 };
            return;
        }

        device.Acked.Add(slot.Message);
        counts = counts with { Acknowledged = counts.Acknowledged + 1 };
        if (slot.SentAt != 0)
        {
            Latencies.Add(now - slot.SentAt);
        }
    }
}

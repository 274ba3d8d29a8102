using EmulationPlatform.Connectors.Mqtt.Protocol;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>The time limits of one connection.</summary>
internal sealed class ConnectionWatch(TimeProvider clock, MqttOptions options)
{
    private readonly long openedAt = clock.GetTimestamp();
    private long heardAt = clock.GetTimestamp();
    private long closingAt;
    private volatile bool paused;

    /// <summary>Bytes came from the client.</summary>
    public void Heard()
    {
        Volatile.Write(ref heardAt, clock.GetTimestamp());
        paused = false;
    }

    /// <summary>We do not listen to the client for now.</summary>
    public void Pause() => paused = true;

    public void Closing() => Volatile.Write(ref closingAt, clock.GetTimestamp());

    /// <returns>Null while everything is in time; otherwise the cause, and whether the socket must be cut.</returns>
    public (CloseCause Cause, bool Abort)? Check(Client? client, TimeSpan unreadFor)
    {
        if (Volatile.Read(ref closingAt) is var since and not 0)
        {
            return clock.GetElapsedTime(since) > options.WriteTimeout
                ? (TimedOut(ReasonCode.Success, "the client did not close"), true)
                : null;
        }

        if (unreadFor > options.WriteTimeout)
        {
            return (TimedOut(ReasonCode.Success, "the client does not read our answers"), true);
        }

        if (client is null)
        {
            return clock.GetElapsedTime(openedAt) > options.ConnectTimeout ? (TimedOut(ReasonCode.Success, "no CONNECT in time"), false) : null;
        }

        // [MQTT-3.1.2-22]: one and a half times the keep alive without a packet ends the connection.
        var silent = clock.GetElapsedTime(Volatile.Read(ref heardAt));
        return !paused && client.SilenceLimit > TimeSpan.Zero && silent > client.SilenceLimit
            ? (TimedOut(ReasonCode.KeepAliveTimeout, "silent for more than one and a half times its keep alive"), false)
            : null;
    }

    private static CloseCause TimedOut(ReasonCode code, string reason) => new(CloseKind.TimedOut, code, reason);
}

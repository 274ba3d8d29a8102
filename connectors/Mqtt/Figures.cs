namespace EmulationPlatform.Connectors.Mqtt;

/// <summary>Counters since the start, for <c>/health/ready</c> and the admin page.</summary>
internal sealed class Figures
{
    private long publishes;
    private long acknowledged;
    private long malformed;
    private long refused;
    private long takeovers;
    private long topicsNotAllowed;
    private long connectionsTotal;

    public void Published() => Interlocked.Increment(ref publishes);

    public void Acknowledged(int count) => Interlocked.Add(ref acknowledged, count);

    public void BrokeProtocol() => Interlocked.Increment(ref malformed);

    public void Refused() => Interlocked.Increment(ref refused);

    public void TakenOver() => Interlocked.Increment(ref takeovers);

    public void TopicNotAllowed() => Interlocked.Increment(ref topicsNotAllowed);

    public void Connected() => Interlocked.Increment(ref connectionsTotal);

    public Dictionary<string, long> Snapshot(int connections, int sessions, int port) => new()
    {
        ["port"] = port,
        ["connections"] = connections,
        ["connectionsTotal"] = Interlocked.Read(ref connectionsTotal),
        ["sessions"] = sessions,
        ["publishes"] = Interlocked.Read(ref publishes),
        ["acknowledged"] = Interlocked.Read(ref acknowledged),
        ["malformed"] = Interlocked.Read(ref malformed),
        ["refused"] = Interlocked.Read(ref refused),
        ["topicsNotAllowed"] = Interlocked.Read(ref topicsNotAllowed),
        ["takeovers"] = Interlocked.Read(ref takeovers),
    };
}

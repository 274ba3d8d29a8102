using System.Diagnostics;
using System.Net;

namespace EmulationPlatform.Load.Publisher;

/// <summary>All devices publishing to one server, each over its own connection, from connect to DISCONNECT.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private const int ConnectsAtOnce = 64;

    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(30);

    private readonly DeviceSession[] sessions;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> running = [];

    public Fleet(IEnumerable<Device> devices, PublishOptions options, TimeProvider clock)
    {
        this.clock = clock;
        sessions = [.. devices.Select(device => new DeviceSession(device, options, clock))];
    }

    public IReadOnlyList<DeviceSession> Sessions => sessions;

    public SessionCounts Counts => sessions.Aggregate(default(SessionCounts), static (sum, session) => sum + session.Counts);

    /// <summary>Smallest window in use: the server's receive maximum can be below what was asked for.</summary>
    public int AllowedInFlight => sessions.Min(static session => session.AllowedInFlight);

    /// <exception cref="MqttRefusedException">The server refuses a device.</exception>
    /// <exception cref="LoadFailedException">Not all were connected in time.</exception>
    public async Task ConnectAsync(IPEndPoint server, MqttLogin login, CancellationToken cancellationToken)
    {
        foreach (var group in sessions.Chunk(ConnectsAtOnce))
        {
            running.AddRange(group.Select(session => Task.Run(() => session.RunAsync(server, login, stop.Token), cancellationToken)));
            try
            {
                await Task.WhenAll(group.Select(static session => session.Connected)).WaitAsync(LongestConnect, clock, cancellationToken);
            }
            catch (TimeoutException)
            {
                var up = sessions.Count(static session => session.Connected.IsCompletedSuccessfully);
                throw new LoadFailedException(FormattableString.Invariant($"{server} accepted only {up} of {sessions.Length} connections within {LongestConnect.TotalSeconds} s."));
            }
        }
    }

    /// <summary>Publishes as fast as the windows allow, or at a steady total rate.</summary>
    /// <param name="ratePerSecond">Messages per second of all devices together; null for no limit.</param>
    public async Task<SliceFigures> PublishAsync(Phase phase, double? ratePerSecond, CancellationToken cancellationToken)
    {
        foreach (var session in sessions)
        {
            // Not awaited: without acknowledgements (QoS 0) the call only ends with the publishing.
            _ = Task.Run(() => session.StartAsync(ratePerSecond is null ? Allowance.Free : Allowance.PerGrant()), CancellationToken.None);
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pacing = ratePerSecond is { } rate ? new Pacer(sessions, rate).RunAsync(clock, end.Token) : Task.CompletedTask;
        await Task.Delay(phase.WarmUp, clock, cancellationToken);
        foreach (var session in sessions)
        {
            session.ForgetLatencies();
        }

        phase.OnMeasuring();
        var before = (At: Stopwatch.GetTimestamp(), Counts.Acknowledged);
        await Task.Delay(phase.Measured, clock, cancellationToken);
        var after = (At: Stopwatch.GetTimestamp(), Counts.Acknowledged);
        phase.OnMeasured();
        await end.CancelAsync();
        await pacing;
        return Collect(after.Acknowledged - before.Acknowledged, Stopwatch.GetElapsedTime(before.At, after.At));
    }

    /// <summary>Sends exactly one message per device and waits for all acknowledgements.</summary>
    public async Task PublishOneEachAsync(CancellationToken cancellationToken)
    {
        foreach (var session in sessions)
        {
            await session.StartAsync(Allowance.PerGrant());
            await session.GrantAsync();
        }

        await FinishAsync(cancellationToken);
    }

    /// <summary>Stops publishing, waits for what is in flight and closes. What stays unanswered is in <see cref="Counts"/>.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        foreach (var session in sessions)
        {
            await session.FinishAsync();
        }

        try
        {
            await Task.WhenAll(running).WaitAsync(LongestDrain, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            await stop.CancelAsync();
            await Task.WhenAll(running);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running);
        stop.Dispose();
    }

    private SliceFigures Collect(long acknowledged, TimeSpan elapsed)
    {
        var latencies = new LatencyHistogram();
        foreach (var session in sessions)
        {
            session.AddLatenciesTo(latencies);
        }

        return new(acknowledged, elapsed, latencies);
    }
}

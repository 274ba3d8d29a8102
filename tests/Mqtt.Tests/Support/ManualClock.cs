namespace EmulationPlatform.Mqtt.Tests.Support;

/// <summary>Time that moves when the test says so.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (gate)
        {
            timers.Add(timer);
        }

        return timer;
    }

    /// <summary>In steps of a second, so that whatever happens every second happens as often.</summary>
    public void Advance(TimeSpan span)
    {
        for (var end = GetUtcNow() + span; GetUtcNow() < end;)
        {
            ManualTimer[] due;
            lock (gate)
            {
                now += TimeSpan.FromSeconds(1);
                due = [.. timers.Where(timer => timer.TakeDue(now))];
            }

            foreach (var timer in due)
            {
                timer.Fire();
            }
        }
    }

    private sealed class ManualTimer(ManualClock clock, Action fire) : ITimer
    {
        private DateTimeOffset? dueAt;
        private TimeSpan every;

        public void Fire() => fire();

        public bool TakeDue(DateTimeOffset now)
        {
            if (dueAt is not { } due || due > now)
            {
                return false;
            }

            dueAt = every > TimeSpan.Zero ? now + every : null;
            return true;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            dueAt = dueTime < TimeSpan.Zero ? null : clock.GetUtcNow() + dueTime;
            every = period;
            return true;
        }

        public void Dispose() => dueAt = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

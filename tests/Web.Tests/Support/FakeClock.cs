namespace EmulationPlatform.Web.Tests.Support;

/// <summary>Time that moves only when a test moves it; timers fire on the way.</summary>
internal sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<FakeTimer> timers = [];
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public void Advance(TimeSpan span)
    {
        List<FakeTimer> due;
        lock (gate)
        {
            now += span;
            due = [.. timers.Where(timer => timer.IsDue(now))];
        }

        due.ForEach(timer => timer.Fire(GetUtcNow()));
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (gate)
        {
            timers.Add(timer);
        }

        return timer;
    }

    private sealed class FakeTimer(FakeClock clock, Action fire) : ITimer
    {
        private DateTimeOffset? next;
        private TimeSpan every;

        public bool IsDue(DateTimeOffset time) => next <= time;

        public void Fire(DateTimeOffset time)
        {
            next = every > TimeSpan.Zero ? time + every : null;
            fire();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            next = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
            every = period;
            return true;
        }

        public void Dispose() => next = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
